import { useState } from 'preact/hooks';

const saidForMs = 2500;

/** Copies text and says so, or says that the browser refused. */
export function CopyButton({ text, label }: { text(): string; label: string }) {
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
    <button class="btn" type="button" onClick={() => void copy()}>
      <span role="status">{said || label}</span>
    </button>
  );
}
