/** Waits for work that may not know of the signal; throws the signal's reason as soon as it is aborted. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const stop = () => aborted.reject(signal.reason as Error);
  signal.addEventListener('abort', stop);
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', stop);
    // Work that fails after it was abandoned is nobody's error.
    work.catch(() => undefined);
  }
}

/** What a stream brings, chunk by chunk; once the signal is aborted the stream is cancelled and the signal's reason thrown. */
export async function* chunksOf<T>(stream: ReadableStream<T>, signal: AbortSignal): AsyncGenerator<T> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await unlessAborted(reader.read(), signal);
      if (done) return;
      yield value;
    }
  } finally {
    // Not awaited: a source that hangs may never answer.
    reader.cancel().catch(() => undefined);
  }
}
