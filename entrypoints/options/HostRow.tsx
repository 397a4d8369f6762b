import { isolated } from '../../catalog/whose.ts';

type Props = {
  name: string;
  host: string;
  isGranted: boolean;
  isNew?: boolean;
  /** The label of the feed that alone names this host. */
  from?: string;
  onAllow(): void;
  onRemove?: (() => void) | undefined;
};

/** One host and whether badges show there, with the button that changes it. */
export function HostRow({ name, host, isGranted, isNew, from, onAllow, onRemove }: Props) {
  return (
    <li>
      {name}
      {name !== host && <span class="quiet"> {host}</span>}
      {from && <span class="quiet"> (from “{isolated(from)}”)</span>}{' '}
      {isGranted ? (
        <>
          <span class="tag">On</span>{' '}
          {onRemove && (
            <button class="link" type="button" aria-label={`Remove access to ${host}`} onClick={onRemove}>
              Remove access
            </button>
          )}
        </>
      ) : (
        <>
          {isNew && <span class="tag">New</span>}{' '}
          <button class="link" type="button" aria-label={`Allow badges on ${host}`} onClick={onAllow}>
            Allow
          </button>
        </>
      )}
    </li>
  );
}
