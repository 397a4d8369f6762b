// Runs in a page before anything else there: `window.living` tells what was painted and what became of the page's own nodes.
import { coveredBy, isHost, nameOf, ownNodes, unseenBecause, isFaded } from './visible-parts.ts';

/** What was painted with one frame. */
export type Frame = {
  /** How many hosts there are, copies among them. */
  hosts: number;
  /** What `data-hullmark` says. */
  put?: string;
  /** Left, top, width and height in the window of a host that is drawn. */
  box?: [number, number, number, number];
  /** Texts and controls of the page that it covers. */
  over: string[];
  /** Why it cannot be seen, although it has a box. */
  unseen?: string;
};

export type Report = {
  errors: string[];
  /** Nodes of the page that are not there any more. */
  replaced: string[];
  /** The longest run of frames in which the host covered something, and what. */
  cover: { frames: number; over: string[] };
  mostHosts: number;
};

declare global {
  interface Window {
    living: typeof living;
  }
}

const maxFrames = 150;
const frames: Frame[] = [];
const errors: string[] = [];
let own: { node: Node; name: string; around: Element[] }[] = [];
let waiting: (() => void)[] = [];

function* andAround(node: Node): Generator<Element> {
  for (let each: Node | null = node; each; each = each.parentNode) if (each instanceof Element) yield each;
}

const nextFrame = () => new Promise<void>((done) => waiting.push(done));

const living = {
  errors,
  /** Remembers the page's own nodes, and counts frames anew. */
  begin() {
    frames.length = 0;
    own = ownNodes().map((node) => ({ node, name: nameOf(node), around: [...andAround(node)] }));
  },
  /** Runs a change of the page right behind a painted frame, so that the next one is the first that shows it. */
  async change<T>(what: () => T): Promise<Awaited<T>> {
    await nextFrame();
    living.begin();
    return await what();
  },
  /** Waits for so many painted frames. */
  async painted(count: number) {
    for (let n = 0; n < count; n += 1) await nextFrame();
  },
  /** The last frame, once so many in a row were alike, or where things move without end. */
  async still(count: number): Promise<Frame> {
    for (let n = 0; n < maxFrames; n += 1) {
      await nextFrame();
      const last = frames.slice(-count).map((each) => JSON.stringify(each));
      if (last.length === count && new Set(last).size === 1) break;
    }
    return frames.at(-1)!;
  },
  latest: (): Frame | undefined => frames.at(-1),
  /** What happened since `begin`; what the selector names may go, with all that was in it. */
  report(mayGo = ''): Report {
    const may = (element: Element) => mayGo !== '' && element.matches(mayGo);
    const gone = own.filter(({ node, around }) => !node.isConnected && !around.some(may));
    const cover: Report['cover'] = { frames: 0, over: [] };
    let run = 0;
    for (const { over } of frames) {
      run = over.length ? run + 1 : 0;
      if (run > cover.frames) Object.assign(cover, { frames: run, over });
    }
    return {
      errors,
      replaced: gone.map(({ name }) => name),
      cover,
      mostHosts: Math.max(0, ...frames.map(({ hosts }) => hosts)),
    };
  },
};

function look(): Frame {
  const hosts = [...document.querySelectorAll('span[class^=h]')].filter(isHost);
  const isDrawn = (host: HTMLElement) =>
    host.checkVisibility({ visibilityProperty: true }) && host.getBoundingClientRect().width > 0;
  const host = hosts.find(isDrawn);
  if (!host) return { hosts: hosts.length, over: [] };
  const { left, top, width, height } = host.getBoundingClientRect();
  const unseen = unseenBecause(host);
  return {
    hosts: hosts.length,
    put: host.dataset.hullmark ?? '',
    box: [Math.round(left), Math.round(top), Math.round(width), Math.round(height)],
    over: isFaded(host) ? [] : coveredBy(host),
    ...(unseen && { unseen }),
  };
}

// A message that is sent in a frame's own callback arrives right behind the painting of that frame.
const { port1, port2 } = new MessageChannel();
const onFrame = () => {
  port2.postMessage('');
  requestAnimationFrame(onFrame);
};
port1.onmessage = () => {
  if (document.documentElement) frames.push(look());
  const now = waiting;
  waiting = [];
  for (const each of now) each();
};

if (window === window.top) {
  addEventListener('error', ({ message }) => errors.push(`error: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => errors.push(`rejection: ${String(reason)}`));
  // A page whose scripts run earlier begins itself.
  document.addEventListener('DOMContentLoaded', () => own.length === 0 && living.begin());
  requestAnimationFrame(onFrame);
  window.living = living;
}
