const words = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
const dayMs = 86_400_000;

/**
 * How much later the second of two calendar versions is, whose parts begin with a year: "nine days later", "eight months later";
 * "newer" where the second part may count the releases of a year instead of months.
 */
export function calverDistance(before: string[], after: string[]): string {
  const [[y1 = 0, m1 = 0, d1 = 0], [y2 = 0, m2 = 0, d2 = 0]] = [before.map(Number), after.map(Number)];
  const written = [before, after].map(([, month]) => month ?? '');
  const isDate = [before, after].every(
    (parts) => parts.length === 3 && /^\d\d\d\d$/.test(parts.slice(1).join('')),
  );
  const days = (Date.UTC(y2, m2 - 1, d2) - Date.UTC(y1, m1 - 1, d1)) / dayMs;
  if (isDate && days < 60) return since(days, 'day');
  // Releases counted within a year have not been seen beyond six.
  const isMonth = written.some((month) => month.startsWith('0') || Number(month) > 6);
  const months = 12 * (y2 - y1) + m2 - m1;
  if (!isMonth || m1 < 1 || m2 < 1 || m1 > 12 || m2 > 12 || months < 1) return 'newer';
  return months < 24 ? since(months, 'month') : since(Math.round(months / 12), 'year');
}

function since(count: number, unit: string): string {
  return count === 1 ? `one ${unit} later` : `${words[count] ?? count} ${unit}s later`;
}
