/**
 * The panel's ring as style: which arcs are ship votes, which skip. The mark's ring is painted and not drawn, since SVG,
 * and any style set by script, would cost a page more than the rest of the mark.
 */
export function ringStyle(votes: string): string {
  const share = 100 / votes.length;
  const gap = votes.length > 1 ? 1.75 : 0;
  const arcs = (vote: string, colour: string) => {
    const stops = [...votes].flatMap((each, at) => {
      const [from, to] = [at * share + gap, (at + 1) * share - gap];
      return each === vote ? [`#0000 ${from}%`, `${colour} ${from}% ${to}%`, `#0000 ${to}%`] : [];
    });
    return stops.length ? `conic-gradient(${stops.join()})` : 'none';
  };
  return `.ring{--ships:${arcs('s', 'var(--ship)')};--skips:${arcs('k', 'var(--track)')}}`;
}
