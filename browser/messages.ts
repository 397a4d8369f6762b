import type { PageFinding } from '../catalog/page-findings.ts';
import type { PageFacts } from '../sites/site.ts';
import type { Named } from '../catalog/whose.ts';

/** Every message with its data, by type. Content scripts and our pages send them, the background answers. */
export type Messages = {
  /**
   * The page in this tab is about a tool, or (null) no longer is, for the toolbar badge. `wantsPageObserver` asks for
   * `page-observer.js`, which the tab does not have yet.
   */
  'tool-on-page': (Named & { votes: string; wantsPageObserver: boolean }) | null;
  /** What the page in this tab states about a tool; the answer is how that differs from its badge record. */
  'page-facts': { tool: string; page: string; facts: PageFacts };
  /** In Firefox: let the badge of this class show as long as the extension is there; the answer says whether that is so. */
  'hold-badge': { token: string };
  /** Open the popup, or the comparison where the browser does not allow that. */
  'open-verdict': { tool: string; rival?: string };
  'open-comparison': { left: string; right?: string };
  /** A page of ours found the stored catalog missing or damaged; answered when it is rebuilt. */
  'repair-catalog': null;
  /** Run the steps of a start once more, for Settings; answered when they are done, whatever failed. */
  'start-again': null;
  /** The subscriptions changed, so the active catalog and the next refresh have to follow; answered when they did. */
  'feeds-changed': null;
  /** Refresh one feed now; answered when that has succeeded or failed. */
  'refresh-feed': { feed: string };
};

export type Message<T extends keyof Messages = keyof Messages> = {
  [K in T]: { type: K; data: Messages[K] };
}[T];

/** The answers to messages that have one, apart from being done. */
export type Answers = { 'page-facts': PageFinding[]; 'hold-badge': boolean };

type Answer<K> = K extends keyof Answers ? Answers[K] : void;
type Handlers<Sender> = {
  [K in keyof Messages]: (data: Messages[K], sender: Sender) => Promise<Answer<K>>;
};

/** A message to send. */
export function message<T extends keyof Messages>(type: T, data: Messages[T]): Message<T> {
  return { type, data };
}

/** Builds a listener that passes each message to its handler; anything that is not a message of ours gets no answer. */
export function answerWith<Sender>(handlers: Handlers<Sender>) {
  return (received: unknown, sender: Sender): Promise<unknown> | undefined => {
    const { type, data } = (received ?? {}) as Message;
    if (typeof type !== 'string' || !Object.hasOwn(handlers, type)) return undefined;
    return (handlers[type] as (data: unknown, sender: Sender) => Promise<unknown>)(data, sender);
  };
}
