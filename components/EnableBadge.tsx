/** Why no mark shows on this site, and the button that changes it. */
export function EnableBadge({ host, onAllow }: { host: string; onAllow(): void }) {
  return (
    <section class="off">
      <p>Marks are off on {host}.</p>
      <button class="btn" type="button" onClick={onAllow}>
        Show marks on {host}
      </button>
    </section>
  );
}
