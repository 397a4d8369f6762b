/** A page that cannot be shown, why, and a way to try again. */
export function ErrorPage({ reason }: { reason: string }) {
  return (
    <>
      <h1>This cannot be shown</h1>
      <p class="answer">{reason}</p>
      <button class="btn" type="button" onClick={() => location.reload()}>
        Try again
      </button>
    </>
  );
}
