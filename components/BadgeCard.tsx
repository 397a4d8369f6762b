import type { RefObject } from 'preact';
import type { BadgeRecord } from '../catalog/badge-record.ts';
import { permission } from '../catalog/permission.ts';
import { countFromLetters, countInWords, verdictWord } from '../catalog/verdict.ts';
import { Ring } from './Ring.tsx';

type Props = { record: BadgeRecord; cardRef: RefObject<HTMLDivElement | null>; onCompare(): void };

/** What hovering or focusing the mark shows. The arrow key leads to "Compare", so the mark stays one tab stop. */
export function BadgeCard({ record, cardRef, onCompare }: Props) {
  const count = countFromLetters(record.votes);
  const { judged, latest, outdated, rival, from } = record;
  return (
    <div ref={cardRef} class="card" popover="manual" role="group" aria-label={`${record.name} in short`}>
      <header>
        <Ring votes={count ? record.votes : ''} size={26} />
        {count ? `${verdictWord(count)} · ${countInWords(count)}` : 'No verdict yet'}
      </header>
      <dl>
        <dt>Entry price</dt>
        <dd>
          {record.price} {record.disputed && <span class="warn">disputed</span>}
        </dd>
        <dt>License</dt>
        <dd>
          {record.license} · commercial use: {permission(record.commercialUse).toLowerCase()}
        </dd>
        {judged && (
          <>
            <dt>Judged</dt>
            <dd>
              {judged}
              {outdated && `; latest known ${latest}`}
            </dd>
          </>
        )}
        {from && (
          <>
            <dt>Entry of</dt>
            <dd>{from}</dd>
          </>
        )}
        {rival && (
          <>
            <dt>Top rival</dt>
            <dd>{rival.name}</dd>
          </>
        )}
      </dl>
      <button type="button" tabIndex={-1} onClick={({ isTrusted }) => isTrusted && onCompare()}>
        Compare
      </button>
    </div>
  );
}
