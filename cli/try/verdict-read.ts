/** "Axolotl: Ship, 3 of 4 reviewers (75%)" from what badge and popup read; throws where the two disagree. */
export function verdictRead(badge: string, popup: string): string {
  const [name] = popup.split('\n').filter((line) => line.trim().length > 1);
  const [, word, share] = /(Ship|Split|Skip) · (\d+%)/.exec(popup) ?? [];
  const [count] = /\d of \d reviewers/.exec(popup) ?? [];
  if (!word || !count) throw new Error(`The popup shows no verdict: ${popup}`);
  if (!badge.includes(`${word} ${share}`))
    throw new Error(`The badge reads “${badge}”, the popup ${word} ${share}.`);
  return `${name}: ${word}, ${count} (${share})`;
}
