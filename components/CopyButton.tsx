import { useCopy } from './use-copy.ts';

type Props = { text(): string; label: string; kind?: 'btn' | 'link' };

/** Copies text and says whether that worked. */
export function CopyButton({ text, label, kind = 'btn' }: Props) {
  const { notice, copy } = useCopy();
  return (
    <button class={kind} type="button" onClick={() => void copy(text())}>
      <span role="status">{notice || label}</span>
    </button>
  );
}
