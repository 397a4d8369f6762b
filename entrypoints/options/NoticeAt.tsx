import { useEffect, useRef } from 'preact/hooks';
import { progress, progressAt } from './feed-actions.ts';
import { attempt, notice } from './preferences.ts';

/** What is being done at this place of the page, or was just done or refused there, and how to undo it; empty until then. */
export function NoticeAt({ at }: { at: string }) {
  const line = useRef<HTMLDivElement>(null);
  const doing = progressAt.value === at ? progress.value : '';
  const told = notice.value?.at === at ? notice.value : undefined;
  useEffect(() => {
    // What was pressed may be gone, and the focus with it.
    if (told && document.activeElement === document.body) line.current?.focus();
  }, [told]);
  return (
    <div role="status" class="notice" tabIndex={-1} ref={line}>
      {doing || told?.text}
      {!doing && told?.undo && (
        <>
          {' '}
          <button class="link" type="button" onClick={() => void attempt(told.undo!, at)}>
            Undo
          </button>
        </>
      )}
    </div>
  );
}
