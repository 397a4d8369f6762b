/** What is told of a series: the middle, and the value that nineteen of twenty stay below. */
export type Figure = { median: number; p95: number; all: number[] };

/** Sums a series up; an empty one is a fault of the measurement. */
export function figure(values: number[]): Figure {
  if (values.length === 0 || values.some((value) => !Number.isFinite(value)))
    throw new Error(`A series could not be measured: ${values.join(', ') || 'it is empty'}.`);
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
  const middle = sorted.length / 2;
  const median = sorted.length % 2 ? at(0.5) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
  return { median, p95: at(0.95), all: values };
}
