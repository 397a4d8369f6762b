import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { CopyButton } from './CopyButton.tsx';
import styles from './TextDialog.module.css';

type Props = {
  title: string;
  /** What to do with the text, in a sentence. */
  hint: string;
  text: string;
  onClose(): void;
};

/** A text to fill in and copy, over the page, where no form takes it. */
export function TextDialog({ title, hint, text, onClose }: Props) {
  const [written, setWritten] = useState(text);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class={styles.dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      <p>{hint}</p>
      <textarea
        aria-label={title}
        rows={6}
        value={written}
        onInput={({ currentTarget }) => setWritten(currentTarget.value)}
      />
      <div class={styles.buttons}>
        <CopyButton label="Copy" text={() => written} />
        <button class="btn" type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
    </dialog>
  );
}
