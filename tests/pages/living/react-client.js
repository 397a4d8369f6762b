import { version } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { tree } from './react-apps.jsx';

const report = (kind) => (error) => window.living.errors.push(`${kind}: ${String(error?.message ?? error).slice(0, 200)}`);
const told = {
  onRecoverableError: report('recoverable'),
  onUncaughtError: report('uncaught'),
  onCaughtError: report('caught'),
};
const where = (root) => (root === 'document' ? document : document.querySelector(root));

const apps = {
  /** Takes over what the server sent, in a root that a selector names, or in the document. */
  hydrate: (root, which, props) => void hydrateRoot(where(root), tree(which, props), told),
  /** Renders anew in its place. */
  render: (root, which, props) => void createRoot(where(root), told).render(tree(which, props)),
  /** As GitHub's own element does: the class comes in the same task, and React hydrates in a later one. */
  hydratePartial(props) {
    const partial = document.querySelector('react-partial');
    apps.hydrate('[data-target="react-partial.reactRoot"]', 'GitHubBar', props);
    partial.classList.add('loaded');
  },
};

// Two versions may be in one page.
window[`react${version.split('.')[0]}`] = apps;
