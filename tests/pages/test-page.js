// What real sites do to their own pages, as plain functions for tests: `window.testPage`.
(() => {
  const anchors = [
    '.GlobalNav nav[aria-label="Breadcrumbs"] ol',
    '#repository-container-header:not([hidden]) strong[itemprop="name"]',
    '[data-target="ModelHeader"] h1',
    '#quarto-header a',
    'h1',
  ];
  const navBar = 'react-partial[partial-name="global-nav-bar"]';
  const frame = 'repo-content-turbo-frame';
  const foreign = 'span[class^=h]:empty';
  const snapshots = [];

  const anchor = () => anchors.map((each) => document.querySelector(each)).find(Boolean);
  const tell = (name) => document.dispatchEvent(new CustomEvent(name, { bubbles: true }));
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const load = async (url) => new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');

  /** The site renders from what it knows, so nothing of ours is in it. */
  const renderedAnew = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(foreign).forEach((each) => each.remove());
    return copy;
  };

  /** React renders the title anew: the anchor leaves and its copy comes in one task. */
  const swapAnchor = () => anchor().replaceWith(renderedAnew(anchor()));

  /** A script writes the row around the title anew, and what others put there is gone. */
  const rewriteAnchor = () => {
    const { parentElement } = anchor();
    parentElement.innerHTML = renderedAnew(parentElement).innerHTML;
  };

  /** The title is gone for a while. */
  const removeThenAdd = async (ms = 100) => {
    const gone = anchor();
    const { parentElement, previousSibling } = gone;
    gone.remove();
    await wait(ms);
    parentElement.insertBefore(renderedAnew(gone), previousSibling?.nextSibling ?? parentElement.firstChild);
  };

  /** A Turbo visit: the address changes while the old body stands, then a new body takes its place. */
  const replaceBody = async (url) => {
    tell('turbo:visit');
    tell('turbo:before-fetch-request');
    snapshots.push(document.body.cloneNode(true));
    history.pushState({ turbo: true }, '', url);
    const page = await load(url);
    tell('turbo:before-render');
    document.title = page.title;
    document.body.replaceWith(document.adoptNode(page.body));
    tell('turbo:render');
    tell('turbo:load');
    if (document.querySelector(navBar)) await hydrate();
  };

  /** A visit inside Turbo's frame, as a repository's tabs make it: only the frame and the marked parts of the header change. */
  const replaceFrame = async (url) => {
    tell('turbo:before-fetch-request');
    const page = await load(url);
    history.pushState({ turbo: true }, '', url);
    document.title = page.title;
    for (const part of document.querySelectorAll('[data-turbo-replace][id]')) {
      const fresh = page.getElementById(part.id);
      if (fresh && part.isConnected) part.replaceWith(document.importNode(fresh, true));
    }
    document.getElementById(frame).innerHTML = page.getElementById(frame).innerHTML;
    tell('turbo:frame-load');
    tell('turbo:render');
  };

  /** Back in Turbo: the body is the copy taken when it was left, with whatever extensions had put into it. */
  const restoreSnapshot = async () => {
    const snapshot = snapshots.pop() ?? document.body.cloneNode(true);
    if (history.state?.turbo) {
      const arrived = new Promise((done) => window.addEventListener('popstate', done, { once: true }));
      history.back();
      await arrived;
    }
    tell('turbo:visit');
    document.body.replaceWith(snapshot);
    tell('turbo:render');
    tell('turbo:load');
  };

  /** React's router: the address first, then the content of the application; the header stays as it is. */
  const softNavigate = async (url, html = '<div class="plain"><h2>Another view</h2></div>') => {
    tell('soft-nav:start');
    history.pushState({ usr: null }, '', url);
    await wait(0);
    const root =
      document.querySelector('react-app [data-target="react-app.reactRoot"]') ??
      document.querySelector('main');
    root.innerHTML = html;
    tell('soft-nav:payload');
    tell('soft-nav:react-done');
  };

  /** React wakes up: a foreign element makes it drop the server's HTML (`data-ssr` turns false); `loaded` comes last. */
  const hydrate = async (ms = Number(new URLSearchParams(location.search).get('hydrate') ?? 150)) => {
    const partial = document.querySelector(navBar);
    const root = partial.querySelector('[data-target="react-partial.reactRoot"]');
    await wait(ms);
    if (root.querySelector(foreign)) partial.dataset.ssr = 'false';
    root.replaceChildren(...renderedAnew(root).childNodes);
    partial.classList.add('loaded');
  };

  /** An app that took over its whole document renders the body from what it knows. */
  const renderBody = () => document.body.replaceWith(renderedAnew(document.body));

  /** The root itself leaves, and its copy comes. */
  const rewriteRoot = () => document.documentElement.replaceWith(renderedAnew(document.documentElement));

  window.testPage = {
    renderBody,
    rewriteRoot,
    swapAnchor,
    rewriteAnchor,
    removeThenAdd,
    replaceBody,
    replaceFrame,
    restoreSnapshot,
    softNavigate,
    hydrate,
  };
})();
