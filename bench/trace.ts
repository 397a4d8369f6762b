/** An event of a Chromium trace; times in microseconds, `tdur` the processor time of its thread. */
export type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { data?: { url?: string } };
};

export const categories = ['devtools.timeline', 'v8.execute'];

const scripts = ['EvaluateScript', 'FunctionCall', 'v8.compile', 'RunMicrotasks'];
const layouts = ['UpdateLayoutTree', 'Layout'];

/**
 * Milliseconds of processor time: the script's own, that of style and layout which it forced before the next frame, and that
 * of its longest piece, for which the page has to wait.
 */
export type ScriptTime = { script: number; layout: number; longest: number };

/**
 * What the scripts of one origin cost on the page of a trace, which names the file of each compilation and call. (The
 * difference between two loads' ScriptDuration varies by more than a millisecond.) Microtasks have no file: they are counted,
 * since the measured pages have none of their own.
 */
export function scriptTime(events: TraceEvent[], origin: string): ScriptTime {
  const isOurs = ({ args }: TraceEvent) => Boolean(args.data?.url?.startsWith(origin));
  const thread = events.find((event) => event.name === 'EvaluateScript' && isOurs(event));
  if (!thread) return { script: 0, layout: 0, longest: 0 };
  const onThread = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === thread.pid && tid === thread.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const outermost = (names: string[], among: TraceEvent[]) =>
    among
      .filter(({ name }) => names.includes(name))
      .filter((event, at, all) => !all.slice(0, at).some((outer) => isWithin(event, outer)));
  const ours = outermost(scripts, onThread).filter(
    (event) => event.name === 'RunMicrotasks' || isOurs(event),
  );
  const forced = outermost(layouts, onThread).filter((event) => ours.some((each) => isWithin(event, each)));
  const layout = sum(forced);
  return { script: sum(ours) - layout, layout, longest: Math.max(...ours.map((each) => sum([each]))) };
}

const isWithin = (inner: TraceEvent, outer: TraceEvent) =>
  inner.ts >= outer.ts && endOf(inner) <= endOf(outer);
const endOf = ({ ts, dur = 0 }: TraceEvent) => ts + dur;

const sum = (events: TraceEvent[]) =>
  events.reduce((total, { tdur, dur }) => total + (tdur ?? dur ?? 0), 0) / 1000;
