const weights: Record<string, Record<string, number>> = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
};
const privileges: Record<string, Record<string, number>> = {
  U: { N: 0.85, L: 0.62, H: 0.27 },
  C: { N: 0.85, L: 0.68, H: 0.5 },
};

/** The base score of a CVSS 3 vector, 0 to 10 (first.org/cvss/v3-1/specification-document, section 7.1); nothing for another text. */
export function cvss3Score(vector: string): number | undefined {
  const [version, ...parts] = vector.split('/');
  if (!/^CVSS:3\.[01]$/.test(version!)) return undefined;
  const metrics = Object.fromEntries(parts.map((part) => part.split(':'))) as Record<string, string>;
  const { S: scope = '', PR = '' } = metrics;
  const [av, ac, ui, c, i, a] = ['AV', 'AC', 'UI', 'C', 'I', 'A'].map(
    (key) => weights[key]![metrics[key] ?? ''],
  );
  const pr = privileges[scope]?.[PR];
  if ([av, ac, ui, c, i, a, pr].includes(undefined)) return undefined;
  const lost = 1 - (1 - c!) * (1 - i!) * (1 - a!);
  const isChanged = scope === 'C';
  const impact = isChanged ? 7.52 * (lost - 0.029) - 3.25 * (lost - 0.02) ** 15 : 6.42 * lost;
  if (impact <= 0) return 0;
  const exploitable = 8.22 * av! * ac! * pr! * ui!;
  const score = isChanged ? 1.08 * (impact + exploitable) : impact + exploitable;
  return roundedUp(Math.min(score, 10));
}

/** Low, medium, high or critical (section 5 there). */
export function severityOf(score: number): 'low' | 'medium' | 'high' | 'critical' {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  return score >= 4 ? 'medium' : 'low';
}

// Appendix A there: to the next tenth, in whole numbers, since sums of fractions are inexact.
function roundedUp(score: number): number {
  const whole = Math.round(score * 100_000);
  return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10;
}
