import {
  pageCorrectionForm,
  pageCorrectionText,
  type PageCorrection as Subject,
} from '../catalog/correction.ts';
import { CopyButton } from './CopyButton.tsx';
import styles from './BadgeSwitches.module.css';

type Props = {
  isDismissed: boolean;
  /** Whether the badge was hidden before the popup opened. */
  wasDismissed: boolean;
  /** Whether the badge comes back when the page is reloaded, as in private windows. */
  untilReload: boolean;
  /** Missing until it is known whether the page looks private. */
  correction: (Subject & { issues: string }) | 'private' | undefined;
  onHide(): void;
  onShow(): void;
};

/** Hides the badge at once on a page that is not the tool’s, with undo and a way to report the mix-up. */
export function DismissBadge({ isDismissed, wasDismissed, untilReload, correction, onHide, onShow }: Props) {
  const done = isDismissed
    ? wasDismissed
      ? 'You hid the badge on this page.'
      : `Badge hidden on this page${untilReload ? ' until you reload' : ''}.`
    : wasDismissed && 'Badge is back.';
  return (
    <div class={`${styles.dismiss} ${isDismissed ? styles.dismissed : ''}`}>
      <p>
        <span role="status">{done}</span>{' '}
        <button class="link" type="button" onClick={isDismissed ? onShow : onHide}>
          {isDismissed ? (wasDismissed ? 'Show badge' : 'Undo') : 'Not this tool?'}
        </button>
      </p>
      {isDismissed && <Offer correction={correction} />}
    </div>
  );
}

function Offer({ correction }: Pick<Props, 'correction'>) {
  if (!correction) return null;
  if (correction === 'private') return <p>This page looks private, so nothing can be reported from here.</p>;
  const { issues, ...subject } = correction;
  // A feed’s entry is its publisher’s, and our tracker is public.
  if (!issues || subject.tool.from)
    return (
      <p>
        <CopyButton kind="link" label="Copy report" text={() => pageCorrectionText(subject)} />
      </p>
    );
  return (
    <p>
      <a href={pageCorrectionForm(issues, subject)} target="_blank" rel="noreferrer">
        Report the mix-up
      </a>
    </p>
  );
}

/** Why the site shows no badge, and the button that changes it. */
export function EnableBadge({ host, onAllow }: { host: string; onAllow(): void }) {
  return (
    <section class={styles.enable}>
      <p>Badges are off on {host}.</p>
      <button class="btn" type="button" onClick={onAllow}>
        Turn on for {host}
      </button>
    </section>
  );
}

/** That no badge can show on the site, where browsers keep extensions off its pages. */
export function NoBadgeHere({ host }: { host: string }) {
  return <p class={styles.dismiss}>No badge can show on {host}, so the verdict is only here.</p>;
}
