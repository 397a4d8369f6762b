import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import styles from './Notice.module.css';

type Props = {
  /** Empty where there is nothing to say. */
  text: string;
  /** What the button beside it does, such as an undo. */
  action: string;
  onAction(): void;
  children?: ComponentChildren;
};

/**
 * What was just done, said to screen readers too, with a button that takes the focus when that changes, since what was pressed
 * may be gone.
 */
export function Notice({ text, action, onAction, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(text);
  useEffect(() => {
    if (text && text !== before.current) button.current?.focus();
    before.current = text;
  }, [text]);
  return (
    <div class={text ? styles.notice : ''}>
      <p>
        <span role="status">{text}</span>{' '}
        {text && (
          <button ref={button} class="link" type="button" onClick={onAction}>
            {action}
          </button>
        )}
      </p>
      {text && children}
    </div>
  );
}
