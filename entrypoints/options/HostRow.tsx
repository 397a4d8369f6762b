type Props = {
  name: string;
  host: string;
  isGranted: boolean;
  isNew?: boolean;
  onAsk(): void;
  onGiveBack?: (() => void) | undefined;
};

/** One host and whether marks show there, with the button that changes it. */
export function HostRow({ name, host, isGranted, isNew, onAsk, onGiveBack }: Props) {
  return (
    <li>
      {name}
      {name !== host && <span class="quiet"> {host}</span>}{' '}
      {isGranted ? (
        <>
          <span class="tag">marks show</span>{' '}
          {onGiveBack && (
            <button
              class="link"
              type="button"
              aria-label={`Take back the right to ${host}`}
              onClick={onGiveBack}
            >
              Take back
            </button>
          )}
        </>
      ) : (
        <>
          {isNew && <span class="tag">new</span>}{' '}
          <button class="link" type="button" aria-label={`Show marks on ${host}`} onClick={onAsk}>
            Show marks
          </button>
        </>
      )}
    </li>
  );
}
