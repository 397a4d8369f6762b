/** Why a page cannot be shown, and a way to try again. */
export function ErrorPage({ reason }: { reason: string }) {
  return (
    <>
      <h1>Something went wrong</h1>
      <p class="answer">{reason}</p>
      <button class="btn" type="button" onClick={() => location.reload()}>
        Try again
      </button>
    </>
  );
}
