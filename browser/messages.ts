import type { PageFinding } from '../catalog/page-findings.ts';
import type { PageFacts } from '../sites/site.ts';

/** Every message, by type, with what it carries. Content script and pages send, the background answers. */
export type Messages = {
  /**
   * The page in this tab is about a tool, or (null) no longer is: the toolbar icon follows. `wantsPageObserver` asks for the script
   * that reads what the page states, which the tab does not have yet.
   */
  'tool-on-page': { name: string; votes: string; wantsPageObserver: boolean } | null;
  /** What the page in this tab states about a tool; answered with how that differs from the verdict. */
  'page-facts': { tool: string; page: string; facts: PageFacts };
  /** Show the popup where the browser allows that, else the comparison. */
  'open-verdict': { tool: string; rival?: string };
  'open-comparison': { left: string; right?: string };
  /** A page of ours found the stored catalog missing or damaged. */
  'repair-catalog': null;
  /** The list of feeds changed: what is in force and the next check follow. */
  'feeds-changed': null;
  /** Ask a feed for a newer version now; answered when that is done or refused. */
  'refresh-feed': { feed: string };
};

export type Message<T extends keyof Messages = keyof Messages> = {
  [K in T]: { type: K; data: Messages[K] };
}[T];

/** What messages are answered with, where that is more than that it is done. */
export type Answers = { 'page-facts': PageFinding[] };

type Answer<K> = K extends keyof Answers ? Answers[K] : void;
type Handlers<Sender> = {
  [K in keyof Messages]: (data: Messages[K], sender: Sender) => Promise<Answer<K>>;
};

/** A message as it is sent. */
export function message<T extends keyof Messages>(type: T, data: Messages[T]): Message<T> {
  return { type, data };
}

/** Gives a received message to its handler; what is no message of ours gets no answer. */
export function answerWith<Sender>(handlers: Handlers<Sender>) {
  return (received: unknown, sender: Sender): Promise<unknown> | undefined => {
    const { type, data } = (received ?? {}) as Message;
    if (typeof type !== 'string' || !Object.hasOwn(handlers, type)) return undefined;
    return (handlers[type] as (data: unknown, sender: Sender) => Promise<unknown>)(data, sender);
  };
}
