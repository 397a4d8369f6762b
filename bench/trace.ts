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

/** These make a trace slower, so only a breakdown has them. */
export const breakdownCategories = [...categories, 'v8', 'disabled-by-default-v8.compile'];

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
  const { ours, onThread } = ourScripts(events, origin);
  const forced = outermost(layouts, onThread).filter((event) => ours.some((each) => isWithin(event, each)));
  const layout = sum(forced);
  return { script: sum(ours) - layout, layout, longest: Math.max(0, ...ours.map((each) => sum([each]))) };
}

/** Milliseconds of processor time by what they were spent on. */
export type ScriptParts = Record<
  'all' | 'skim' | 'parse' | 'compile' | 'evaluate' | 'answers' | 'callbacks' | 'layout',
  number
>;

/** The same time by its parts, from a trace with the categories of a breakdown. */
export function scriptParts(events: TraceEvent[], origin: string): ScriptParts {
  const { ours, onThread } = ourScripts(events, origin);
  const parts = {
    all: sum(ours),
    skim: 0,
    parse: 0,
    compile: 0,
    evaluate: 0,
    answers: 0,
    callbacks: 0,
    layout: 0,
  };
  for (const each of ours) {
    const stack: TraceEvent[] = [];
    for (const event of onThread.filter((one) => isWithin(one, each))) {
      while (stack.length && !isWithin(event, stack.at(-1)!)) stack.pop();
      // Its own time is what none of those in it has.
      const outer = stack.at(-1);
      if (outer) parts[partOf(outer, each)] -= sum([event]);
      parts[partOf(event, each)] += sum([event]);
      stack.push(event);
    }
  }
  return parts;
}

function partOf({ name }: TraceEvent, { name: outermostName }: TraceEvent): keyof ScriptParts {
  if (layouts.includes(name)) return 'layout';
  if (name === 'V8.PreParse') return 'skim';
  if (name.startsWith('V8.Parse')) return 'parse';
  if (/^v8\.compile/i.test(name)) return 'compile';
  if (outermostName === 'RunMicrotasks') return 'answers';
  return outermostName === 'FunctionCall' ? 'callbacks' : 'evaluate';
}

/** The outermost events of an origin's scripts on the page's thread, and all events of that, the outer ones first. */
function ourScripts(events: TraceEvent[], origin: string) {
  const isOurs = ({ args }: TraceEvent) => Boolean(args.data?.url?.startsWith(origin));
  const thread = events.find((event) => event.name === 'EvaluateScript' && isOurs(event));
  const onThread = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === thread?.pid && tid === thread.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const ours = outermost(scripts, onThread).filter(
    (event) => event.name === 'RunMicrotasks' || isOurs(event),
  );
  return { ours, onThread };
}

const outermost = (names: string[], among: TraceEvent[]) =>
  among
    .filter(({ name }) => names.includes(name))
    .filter((event, at, all) => !all.slice(0, at).some((outer) => isWithin(event, outer)));

const isWithin = (inner: TraceEvent, outer: TraceEvent) =>
  inner.ts >= outer.ts && endOf(inner) <= endOf(outer);
const endOf = ({ ts, dur = 0 }: TraceEvent) => ts + dur;

const sum = (events: TraceEvent[]) =>
  events.reduce((total, { tdur, dur }) => total + (tdur ?? dur ?? 0), 0) / 1000;
