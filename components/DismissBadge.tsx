import {
  pageCorrectionForm,
  pageCorrectionText,
  type PageCorrection as Subject,
} from '../catalog/correction.ts';
import { CopyButton } from './CopyButton.tsx';

type Props = {
  isDismissed: boolean;
  /** Whether the mark was put away before the popup opened. */
  wasDismissed: boolean;
  /** Whether it stays away only until the page is loaded anew. */
  isPassing: boolean;
  /** Nothing while it is not known whether the page looks private; `private` where it does. */
  correction: (Subject & { issues: string }) | 'private' | undefined;
  onHide(): void;
  onShow(): void;
};

/** “Wrong page?”: takes the mark away at once, can be taken back, and leads to a correction. */
export function DismissBadge({ isDismissed, wasDismissed, isPassing, correction, onHide, onShow }: Props) {
  const done = isDismissed
    ? wasDismissed
      ? 'You put the mark of this page away as wrong.'
      : `The mark is hidden on this page${isPassing ? ' until its next load' : ''}.`
    : wasDismissed && 'The mark shows on this page again.';
  return (
    <div class={`wrong ${isDismissed ? 'away' : ''}`}>
      <p>
        <span role="status">{done}</span>{' '}
        <button class="link" type="button" onClick={isDismissed ? onShow : onHide}>
          {isDismissed ? (wasDismissed ? 'Show it again' : 'Undo') : 'Wrong page?'}
        </button>
      </p>
      {isDismissed && <Offer correction={correction} />}
    </div>
  );
}

function Offer({ correction }: Pick<Props, 'correction'>) {
  if (!correction) return null;
  if (correction === 'private') return <p>No form is offered, since this page looks private.</p>;
  const { issues, ...subject } = correction;
  if (!issues)
    return (
      <p>
        <CopyButton kind="link" label="Copy a correction" text={() => pageCorrectionText(subject)} />
      </p>
    );
  return (
    <p>
      <a href={pageCorrectionForm(issues, subject)} target="_blank" rel="noreferrer">
        Send a correction
      </a>
    </p>
  );
}
