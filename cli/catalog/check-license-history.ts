import type { Tool } from '../../catalog/tool-schema.ts';
import type { Report } from './check-citations.ts';

/** A license history is a chain of changes, the oldest first, that ends at the present license; each license is an SPDX expression. */
export function licenseHistoryProblems(
  { licenseHistory: history = [], facts }: Tool,
  { today, isSpdx }: { today: string; isSpdx(expression: string): boolean },
  report: Report,
) {
  history.forEach(({ from, to, date }, at) => {
    const field = `licenseHistory.${at}`;
    const next = history[at + 1];
    for (const license of [from, to])
      if (!isSpdx(license)) report(field, `"${license}" is not an SPDX expression`);
    if (from === to) report(field, 'changes nothing');
    if (date > today) report(`${field}.date`, `${date} is in the future`);
    if (next && next.date < date)
      report(`licenseHistory.${at + 1}.date`, 'changes are sorted, the oldest first');
    if (next && next.from !== to)
      report(
        `licenseHistory.${at + 1}.from`,
        `"${next.from}" is not what the change before led to ("${to}")`,
      );
    if (!next && to !== facts.license.value)
      report(`${field}.to`, `"${to}" is not the license of today ("${facts.license.value}")`);
  });
}
