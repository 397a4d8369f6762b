import {
  pageCorrectionForm,
  pageCorrectionText,
  whereToSend,
  type PageCorrection as Subject,
} from '../catalog/correction.ts';
import { CopyButton } from './CopyButton.tsx';
import { Notice } from './Notice.tsx';
import styles from './BadgeSwitches.module.css';

type Props = {
  isDismissed: boolean;
  /** Whether the badge was hidden before the popup opened. */
  wasDismissed: boolean;
  /** Whether it was hidden or shown again since. */
  isChanged: boolean;
  /** Whether the badge comes back when the page is reloaded, as in private windows. */
  untilReload: boolean;
  /** Missing until it is known whether the page looks private. */
  correction: (Subject & { issues: string }) | 'private' | undefined;
  onHide(): void;
  onShow(): void;
};

/** That the badge is hidden on the page, with undo and a way to report the mix-up; nothing where nobody hid it. */
export function HiddenBadge({ isDismissed, wasDismissed, isChanged, untilReload, ...more }: Props) {
  const { correction, onHide, onShow } = more;
  const hidden = wasDismissed
    ? 'You hid the badge on this page.'
    : `Badge hidden on this page${untilReload ? ' until you reload' : ''}.`;
  return (
    <Notice
      text={isDismissed ? hidden : isChanged ? 'Badge is back.' : ''}
      action={isDismissed && wasDismissed ? 'Show badge' : 'Undo'}
      onAction={isDismissed ? onShow : onHide}
    >
      {isDismissed && <Offer correction={correction} />}
    </Notice>
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
        Not this tool? <CopyButton kind="link" label="Copy report" text={() => pageCorrectionText(subject)} />{' '}
        {whereToSend(subject.tool)}
      </p>
    );
  return (
    <p>
      Not this tool?{' '}
      <a href={pageCorrectionForm(issues, subject)} target="_blank" rel="noreferrer">
        Report the mix-up
      </a>
    </p>
  );
}

type SiteProps = { host: string; areOn: boolean | undefined; isChanged: boolean };

/** That badges were just turned off or on for the whole site, with undo. */
export function SiteChange({
  host,
  areOn,
  isChanged,
  onOff,
  onOn,
}: SiteProps & { onOff(): void; onOn(): void }) {
  return (
    <Notice
      text={isChanged ? (areOn ? `Badges show on ${host}.` : `Badges are off on ${host}.`) : ''}
      action="Undo"
      onAction={areOn ? onOff : onOn}
    />
  );
}

/** That the site shows no badge since it is turned off or lacks access, and the button that changes it. */
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
  return <p class={styles.none}>No badge can show on {host}, so the verdict is only here.</p>;
}
