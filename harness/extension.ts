import type { Browser, KeyInput, Page } from 'puppeteer-core';
import type { Target } from './target.ts';

export type ColorScheme = 'light' | 'dark';

/** What both a page and a popup can do: run a function (or source text) inside and hand back what it returns. */
export type Evaluates = {
  evaluate<A extends unknown[], T>(what: string | ((...args: A) => T | Promise<T>), ...args: A): Promise<T>;
};

/** The real toolbar popup, which WebDriver does not treat as a page in Firefox. */
export interface Popup extends Evaluates {
  /** Chromium's popup as the page that it is there; Firefox has none. */
  readonly page?: Page;
  text(): Promise<string>;
  html(): Promise<string>;
  screenshot(): Promise<Uint8Array>;
  /** A trusted key, as typed by a person. */
  press(key: KeyInput): Promise<void>;
  /** A trusted click on the middle of the first match. */
  click(selector: string): Promise<void>;
  setColorScheme(scheme: ColorScheme): Promise<void>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

/** The built extension in a running browser. */
export interface Extension {
  readonly target: Target;
  readonly browser: Browser;
  /** `chrome-extension://…/` or `moz-extension://…/`, with the slash. */
  readonly origin: string;
  /** Opens one of the extension's own pages in a tab, such as `compare.html#axolotl/sam3`. */
  openPage(path: string): Promise<Page>;
  /** Runs a function with the extension's APIs, in a page of the extension that shows nothing and stays open for the next call. */
  run: Evaluates['evaluate'];
  newPage(): Promise<Page>;
  /** Clicks the toolbar button over this page (which grants activeTab) and gives the popup it opens. */
  clickAction(page: Page): Promise<Popup>;
  /** Does what makes the extension open its popup by itself, as a click on a badge, and gives that popup. */
  popupAfter(act: () => Promise<unknown>): Promise<Popup>;
  /** Stops the service worker or event page, as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** Whether the service worker or event page runs just now. */
  backgroundRuns(): Promise<boolean>;
  setColorScheme(page: Page, scheme: ColorScheme): Promise<void>;
  setReducedMotion(page: Page, reduced: boolean): Promise<void>;
  /** Lays the page out as at this zoom: 2 is 200 %. */
  setZoom(page: Page, zoom: number): Promise<void>;
  /** Installs the same build over the running one, as an update does. */
  update(): Promise<void>;
  remove(): Promise<void>;
  /** Grants access to the host of a feed, which only Firefox needs before a fetch. */
  grantFeedHost(host: string): Promise<void>;
  /** Grants access to one host, as accepting the extension's request does. */
  grantHost(host: string): Promise<void>;
  /** Makes sure that the extension's next request for these hosts is accepted. */
  acceptRequests(hosts: string[]): Promise<void>;
  /** Revokes access to one host, as a person can in the browser's own settings. */
  revokeHost(host: string): Promise<void>;
  /** Revokes the sites granted at installation, as a person can in the browser's own settings. */
  withholdSites(): Promise<void>;
  /** Ends the browser. */
  close(): Promise<void>;
  /** Ends the browser as a power cut does. */
  kill(): Promise<void>;
}

export type BrowserOptions = {
  headless?: boolean;
  /** The folder of the browser's profile, so that a second start finds what the first one stored. */
  profile?: string;
  /** The most kilobytes that Firefox's storage may take in all. */
  storageKilobytes?: number;
  /** Firefox never remembers history: every window is private, and extensions get no IndexedDB. */
  alwaysPrivate?: boolean;
};

export type InstallOptions = {
  /** The unpacked extension; the target's build by default. */
  directory?: string;
};
