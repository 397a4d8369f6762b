/** The result of work, or the fallback where it fails, which is logged: for what a page can do without. */
export async function orElse<T>(work: Promise<T>, fallback: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    console.warn('A part of the page cannot be read.', error);
    return fallback;
  }
}
