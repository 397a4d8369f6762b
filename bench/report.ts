/** A series of measurements in figures: its middle, and the value that nineteen of twenty stay below. */
export type Figure = { median: number; p95: number; all: number[] };

/** One line of the table: two series beside each other, or how often each of the two did something. */
export type Row =
  | { what: string; unit: 'ms' | ''; ours: Figure; baseline: Figure }
  | { what: string; count: { ours: number; baseline: number; of: number } };

/** The row for two series; throws at one that is empty or not all numbers. */
export function compare(what: string, unit: 'ms' | '', ours: number[], baseline: number[]): Row {
  return { what, unit, ours: figure(ours), baseline: figure(baseline) };
}

/** The rows for growing catalogs, each series beside that of the smallest; `titles` gives name and unit of each series. */
export async function compareSizes<Name extends string>(
  [smallest = 0, ...larger]: readonly number[],
  titles: Record<Name, readonly [what: string, unit: 'ms' | '']>,
  measure: (size: number) => Promise<{ [name in Name]?: number[] }>,
): Promise<Row[]> {
  const baseline = await measure(smallest);
  const rows: Row[] = [];
  for (const size of larger) {
    const ours = await measure(size);
    for (const name of Object.keys(ours) as Name[]) {
      const [what, unit] = titles[name];
      rows.push(compare(`${what} ${size} (baseline: ${smallest})`, unit, ours[name]!, baseline[name]!));
    }
  }
  return rows;
}

export function figure(values: number[]): Figure {
  if (values.length === 0 || values.some((value) => !Number.isFinite(value)))
    throw new Error(`A series could not be measured: ${values.join(', ') || 'it is empty'}.`);
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!;
  const middle = sorted.length / 2;
  const median = sorted.length % 2 ? at(0.5) : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { median, p95: at(0.95), all: values };
}

const titles = ['', 'ours', 'p95', 'baseline', 'p95', 'ratio', 'loads'];
const widths = [10, 10, 10, 10, 8, 7];

export function tableOf(rows: Row[]): string {
  return [titles, ...rows.map(cells)].map(line).join('\n');
}

function cells(row: Row): string[] {
  if ('count' in row) {
    const { ours, baseline, of } = row.count;
    return [row.what, `${ours} of ${of}`, '', `${baseline} of ${of}`, '', '', String(of)];
  }
  const { what, unit, ours, baseline } = row;
  const shown = (value: number) => (unit ? `${value.toFixed(value < 20 ? 2 : 0)} ${unit}` : value.toFixed(4));
  const ratio = baseline.median ? (ours.median / baseline.median).toFixed(2) : ours.median ? '–' : 'equal';
  const values = [ours, baseline].flatMap(({ median, p95 }) => [shown(median), shown(p95)]);
  return [what, ...values, ratio, String(ours.all.length)];
}

/** Cells as one line of a table. */
export function line([first = '', ...rest]: string[]): string {
  const padded = rest.map((cell, at) => cell.padStart(widths[at]!));
  return [first.padEnd(56), ...padded].join('').trimEnd();
}
