import type { Size } from './sizes.ts';
import type { Figure } from './statistics.ts';

/** One line of the table: two series beside each other, or how often each of the two did it. */
export type Row =
  | { what: string; unit: 'ms' | ''; ours: Figure; floor: Figure }
  | { what: string; count: { ours: number; floor: number; of: number } };

const titles = ['', 'ours', 'p95', 'floor', 'p95', 'ratio', 'loads'];
const widths = [46, 10, 10, 10, 10, 8, 7];

/** The measurements as a plain table. */
export function tableOf(rows: Row[]): string {
  return [titles, ...rows.map(cells)].map(line).join('\n');
}

/** The sizes as a plain table. */
export function sizeTableOf(all: Size[]): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  return [
    ['', 'raw', 'gzipped'],
    ...all.map(({ what, raw, gzip }) => [what, kilobytes(raw), kilobytes(gzip)]),
  ]
    .map(line)
    .join('\n');
}

function cells(row: Row): string[] {
  if ('count' in row) {
    const { ours, floor, of } = row.count;
    return [row.what, `${ours} of ${of}`, '', `${floor} of ${of}`, '', '', String(of)];
  }
  const { what, unit, ours, floor } = row;
  const shown = (value: number) => (unit ? `${value.toFixed(value < 20 ? 2 : 0)} ${unit}` : value.toFixed(4));
  const ratio = floor.median ? (ours.median / floor.median).toFixed(2) : ours.median ? '–' : 'equal';
  return [
    what,
    shown(ours.median),
    shown(ours.p95),
    shown(floor.median),
    shown(floor.p95),
    ratio,
    String(ours.all.length),
  ];
}

const line = (cells: string[]) =>
  cells
    .map((cell, at) => (at ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[0] ?? 0)))
    .join('')
    .trimEnd();
