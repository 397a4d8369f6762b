import { useState } from 'preact/hooks';

const saidForMs = 2500;

type Props = { text(): string; label: string; kind?: 'btn' | 'link' };

/** Copies text and says so, or says that the browser refused. */
export function CopyButton({ text, label, kind = 'btn' }: Props) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    setSaid(
      await navigator.clipboard.writeText(text()).then(
        () => 'Copied',
        () => 'The browser refused to copy',
      ),
    );
    setTimeout(() => setSaid(''), saidForMs);
  };
  return (
    <button class={kind} type="button" onClick={() => void copy()}>
      <span role="status">{said || label}</span>
    </button>
  );
}
