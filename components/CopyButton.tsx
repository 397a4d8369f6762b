import { useState } from 'preact/hooks';

const noticeMs = 2500;

type Props = { text(): string; label: string; kind?: 'btn' | 'link' };

/** Copies text and says whether that worked. */
export function CopyButton({ text, label, kind = 'btn' }: Props) {
  const [notice, setNotice] = useState('');
  const copy = async () => {
    setNotice(
      await navigator.clipboard.writeText(text()).then(
        () => 'Copied',
        () => 'Couldn’t copy. Your browser blocked it.',
      ),
    );
    setTimeout(() => setNotice(''), noticeMs);
  };
  return (
    <button class={kind} type="button" onClick={() => void copy()}>
      <span role="status">{notice || label}</span>
    </button>
  );
}
