import { useState } from 'preact/hooks';

const noticeMs = 2500;

/** Copies text, and for a moment what to say of that: “Copied”, or that the browser blocked it. */
export function useCopy(): { notice: string; copy(text: string): Promise<void> } {
  const [notice, setNotice] = useState('');
  const copy = async (text: string) => {
    setNotice(
      await navigator.clipboard.writeText(text).then(
        () => 'Copied',
        () => 'Couldn’t copy. Your browser blocked it.',
      ),
    );
    setTimeout(() => setNotice(''), noticeMs);
  };
  return { notice, copy };
}
