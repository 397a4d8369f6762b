import type { PageFinding } from '../catalog/page-findings.ts';
import type { PageMatch } from './catalog-db/badge-lookup.ts';
import type { OwnPage, PageScript, Sender } from './senders.ts';

/**
 * Every message with its data, by type. What a content script sends may come from a page that has taken over its process, so
 * each of its messages is about the page it stands on, which the background asks the browser for.
 */
export type PageMessages = {
  /**
   * The page in this tab has a badge, or (null) no longer has, for the toolbar badge. `upstream` is the page id of what it was
   * forked or built from; `wantsPageObserver` asks for `page-observer.js`, which the tab does not have yet.
   */
  'tool-on-page': { upstream?: string; wantsPageObserver: boolean } | null;
  /** What the page in this tab states, unchecked; the answer is how that differs from its tool's badge record. */
  'page-facts': { facts: unknown };
  /** In Firefox: let the badge of this class show as long as the extension is there; the answer says whether that is so. */
  'hold-badge': { token: string };
  /** Open the popup, or the comparison where the browser does not allow that. */
  'open-verdict': { upstream?: string };
  'open-comparison': { upstream?: string };
  'open-successor': { upstream?: string };
  /** Hide the badge on this page for good, as the popup does. */
  'dismiss-badge': { upstream?: string };
  /** Whether the badge on this page is hidden. */
  'is-hidden': null;
  /** The tool of this page, or of its `upstream`, for where `storage.local` cannot be read or is damaged. */
  'look-up': { upstream?: string } | null;
};

export type OwnMessages = {
  /** A page of ours found the stored catalog missing or damaged; answered when it is rebuilt. */
  'repair-catalog': null;
  /** Run the steps of a start once more, for Settings; answered when they are done, whatever failed. */
  'start-again': null;
  /** The subscriptions changed, so the active catalog and the next refresh have to follow; answered when they did. */
  'feeds-changed': null;
  /** Refresh one feed now; answered when that has succeeded or failed. */
  'refresh-feed': { feed: string };
  /** A stored item, for a page that has no access to the database. */
  'read-item': { key: string };
  /** Store an item if it is still the same as `before`; the answer is whether it was, and what it is now. */
  'replace-item': { key: string; before: unknown; next: unknown };
};

export type Messages = PageMessages & OwnMessages;

/** The answers to messages that have one, apart from being done. */
export type Answers = {
  'page-facts': PageFinding[];
  'hold-badge': boolean;
  'is-hidden': boolean;
  'look-up': PageMatch | null;
  'read-item': { item: unknown };
  'replace-item': { isDone: boolean; item: unknown };
};

export type Message<T extends keyof Messages = keyof Messages> = {
  [K in T]: { type: K; data: Messages[K] };
}[T];

type Unchecked<T> = T extends null ? null | undefined : { [K in keyof T]?: unknown };
type Received<K extends keyof Messages> = K extends keyof PageMessages
  ? Unchecked<PageMessages[K]> | null | undefined
  : Messages[K];
type Answer<K> = K extends keyof Answers ? Answers[K] : void;
type SenderOf<K> = K extends keyof PageMessages ? PageScript : OwnPage;
/** How each type of message is answered. The data of a content script's message has not been looked at. */
export type Handlers = {
  [K in keyof Messages]: (data: Received<K>, sender: SenderOf<K>) => Promise<Answer<K>>;
};

/** Who may send each type of message. */
const senders: { [K in keyof Messages]: SenderOf<K>['kind'] } = {
  'tool-on-page': 'content-script',
  'page-facts': 'content-script',
  'hold-badge': 'content-script',
  'open-verdict': 'content-script',
  'open-comparison': 'content-script',
  'open-successor': 'content-script',
  'dismiss-badge': 'content-script',
  'is-hidden': 'content-script',
  'look-up': 'content-script',
  'repair-catalog': 'own-page',
  'start-again': 'own-page',
  'feeds-changed': 'own-page',
  'refresh-feed': 'own-page',
  'read-item': 'own-page',
  'replace-item': 'own-page',
};

/** A message to send. */
export function message<T extends keyof Messages>(type: T, data: Messages[T]): Message<T> {
  return { type, data };
}

/**
 * Builds a listener that passes each message to its handler. What is not a message of ours, or comes from a sender that may not
 * send it, gets no answer; `senderOf` says who sent it, if the browser vouches for that.
 */
export function answerWith<Raw>(senderOf: (sender: Raw) => Sender | undefined, handlers: Handlers) {
  return (received: unknown, sender: Raw): Promise<unknown> | undefined => {
    const { type, data } = Object(received) as Partial<Message>;
    if (typeof type !== 'string' || !Object.hasOwn(senders, type)) return undefined;
    const from = senderOf(sender);
    if (from?.kind !== senders[type]) return undefined;
    return (handlers[type] as (data: unknown, sender: Sender) => Promise<unknown>)(data, from);
  };
}
