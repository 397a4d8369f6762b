/** "Axolotl: Ship, 3 of 4 reviewers (75%)" from the texts of badge and popup; throws where the two disagree. */
export function verdictRead(badge: string, popup: string): string {
  const [name] = popup.split('\n').filter((line) => line.trim().length > 1);
  const [, word] = /^(Ship|Split|Skip)$/m.exec(popup) ?? [];
  const [, count, of, vote] = /(\d) of (\d) reviewers would (ship|skip)/.exec(popup) ?? [];
  if (!word || !count || !of) throw new Error(`The popup shows no verdict: ${popup}`);
  const ship = vote === 'ship' ? Number(count) : Number(of) - Number(count);
  const share = `${Math.round((ship / Number(of)) * 100)}%`;
  if (!badge.includes(`${word} ${share}`))
    throw new Error(`The badge reads “${badge}”, the popup ${word} ${share}.`);
  return `${name}: ${word}, ${ship} of ${of} reviewers (${share})`;
}
