type Props = { feed?: string | undefined; expired?: string | undefined };

/** Whose entry is shown, where it is not the main catalog's, and that its feed is past its date, where it is. */
export function FeedNotice({ feed, expired }: Props) {
  if (!feed && !expired) return null;
  return (
    <p class="entry-of">
      {feed && <span>Entry of the feed “{feed}”. </span>}
      {expired && <span class="warn">This catalog expired on {expired}; newer facts may exist.</span>}
    </p>
  );
}
