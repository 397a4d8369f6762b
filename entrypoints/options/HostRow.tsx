import { isolated } from '../../catalog/whose.ts';
import { NoticeAt } from './NoticeAt.tsx';
import { placeOf } from './site-access.ts';
import { offHosts, turnOn } from './switched-off.ts';

type Props = {
  name: string;
  host: string;
  origins: readonly string[];
  isGranted: boolean;
  isNew?: boolean;
  /** The label of the feed that alone names this host. */
  from?: string;
  onAllow(): void;
  onRemove?: (() => void) | undefined;
};

/** One host and whether badges show there, with the buttons that change it. */
export function HostRow({ name, host, origins, isGranted, isNew, from, onAllow, onRemove }: Props) {
  const off = offHosts({ origins: [...origins] });
  return (
    <li>
      {name}
      {name !== host && <span class="quiet"> {host}</span>}
      {from && <span class="quiet"> (from “{isolated(from)}”)</span>}{' '}
      {isGranted ? (
        <>
          <span class="tag">
            {off.length === 0 ? 'On' : off.length < origins.length ? `Off on ${off.join(', ')}` : 'Off'}
          </span>{' '}
          {off.length > 0 && (
            <>
              <button
                class="link"
                type="button"
                aria-label={`Turn on for ${host}`}
                onClick={() => void turnOn(off, placeOf(host))}
              >
                Turn on
              </button>{' '}
            </>
          )}
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
      <NoticeAt at={placeOf(host)} />
    </li>
  );
}
