import { isEnglish, localDate, localMonth } from './local-date.ts';

/** A date (ISO 8601) in the browser's language, its month alone where that is enough; marked up so that software can read it. */
export function Day({ iso, isMonth }: { iso: string; isMonth?: boolean }) {
  return (
    <time
      dateTime={iso.slice(0, isMonth ? 7 : 10)}
      lang={isEnglish(navigator.language) ? undefined : navigator.language}
    >
      {isMonth ? localMonth(iso) : localDate(iso)}
    </time>
  );
}
