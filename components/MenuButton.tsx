import type { TargetedFocusEvent, TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { own } from '../catalog/own.ts';
import { Icon, type IconName } from './IconButton.tsx';
import styles from './MenuButton.module.css';

/** What a menu offers: something to do, a page to open, or one of a group of which one is chosen. */
export type MenuItem = { label: string } & (
  { onSelect(): void } | { href: string } | { isChecked: boolean; onSelect(): void }
);
/** Items that belong together; a name is said and shown above them. */
type MenuGroup = { name?: string; items: readonly MenuItem[] };

type Props = {
  label: string;
  groups: readonly MenuGroup[];
  look?: { icon: IconName } | { class: string; text: string };
  /** Where it has room. */
  opens?: 'up' | 'down';
  onOpen?(): void;
};

/** A button that opens a menu (the menu button pattern of the ARIA practices guide). */
export function MenuButton({ label, groups, look = { icon: 'more' }, opens = 'down', onOpen }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [first, setFirst] = useState<'first' | 'last'>('first');
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  const open = (from: 'first' | 'last') => {
    setFirst(from);
    setOpen(true);
    onOpen?.();
  };
  const close = () => {
    button.current?.focus();
    setOpen(false);
  };
  useEffect(() => {
    if (isOpen)
      items()
        .at(first === 'first' ? 0 : -1)
        ?.focus();
  }, [isOpen, first]);

  const onButtonKey = (event: TargetedKeyboardEvent<HTMLButtonElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    open(event.key === 'ArrowDown' ? 'first' : 'last');
  };
  const onMenuKey = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const keys: Record<string, () => void> = {
      ArrowDown: () => all[(at + 1) % all.length]?.focus(),
      ArrowUp: () => all.at(at <= 0 ? -1 : at - 1)?.focus(),
      Home: () => all[0]?.focus(),
      End: () => all.at(-1)?.focus(),
      Escape: close,
    };
    const act =
      own(keys, event.key) ??
      (isLetter(event) ? () => beginningWith(event.key, all, at)?.focus() : undefined);
    if (event.key === 'Tab') setOpen(false);
    if (!act) return;
    event.preventDefault();
    act();
  };
  const onFocusOut = ({ currentTarget, relatedTarget }: TargetedFocusEvent<HTMLDivElement>) => {
    if (!currentTarget.contains(relatedTarget as Node | null)) setOpen(false);
  };

  const press = {
    ref: button,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? id : undefined,
    onClick: () => (isOpen ? close() : open('first')),
    onKeyDown: onButtonKey,
  };
  return (
    <div class={styles.around} onFocusOut={onFocusOut}>
      {'icon' in look ? (
        <button class={styles.icon} type="button" aria-label={label} title={label} {...press}>
          <Icon icon={look.icon} />
        </button>
      ) : (
        <button class={look.class} type="button" aria-label={label} title={label} {...press}>
          <span aria-hidden="true">{look.text}</span>
        </button>
      )}
      {isOpen && (
        <div
          ref={menu}
          id={id}
          class={`${styles.menu} ${opens === 'up' ? styles.up : ''}`}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          onKeyDown={onMenuKey}
        >
          {groups.map((group, at) => (
            <Group key={at} {...group} onDone={close} />
          ))}
        </div>
      )}
    </div>
  );
}

function Group({ name, items, onDone }: MenuGroup & { onDone(): void }) {
  return (
    <div class={styles.group} role="group" aria-label={name}>
      {name && <p aria-hidden="true">{name}</p>}
      {items.map((item) => (
        <Item key={item.label} item={item} onDone={onDone} />
      ))}
    </div>
  );
}

function Item({ item, onDone }: { item: MenuItem; onDone(): void }) {
  const shared = { class: styles.item, tabIndex: -1 };
  if ('href' in item)
    return (
      <a {...shared} role="menuitem" href={item.href} target="_blank" rel="noreferrer" onClick={onDone}>
        {item.label}
      </a>
    );
  if ('isChecked' in item)
    return (
      <button
        {...shared}
        type="button"
        role="menuitemradio"
        aria-checked={item.isChecked}
        onClick={item.onSelect}
      >
        {item.label}
      </button>
    );
  // First the menu goes, so that what is done may move the focus.
  const select = () => {
    onDone();
    item.onSelect();
  };
  return (
    <button {...shared} type="button" role="menuitem" onClick={select}>
      {item.label}
    </button>
  );
}

const isLetter = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) =>
  key.trim().length === 1 && !ctrlKey && !altKey && !metaKey;

/** The next item whose words begin with a letter, from the one after that in focus on. */
function beginningWith(letter: string, all: HTMLElement[], at: number): HTMLElement | undefined {
  const inOrder = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  return inOrder.find(({ textContent }) => textContent?.toLowerCase().startsWith(letter.toLowerCase()));
}
