// Small apps as real sites have them, each a tree that both the server and the browser render.
import {
  Component,
  createElement,
  Fragment,
  lazy,
  StrictMode,
  Suspense,
  useEffect,
  useId,
  useLayoutEffect,
  useState,
} from 'react';
import { createPortal } from 'react-dom';

const list = { display: 'flex', gap: 8, listStyle: 'none', margin: 0, padding: 0 };

function Crumbs({ parts, lock, fold }) {
  const shown = fold ? parts.slice(-1) : parts;
  const path = (part) => '/' + parts.slice(0, parts.indexOf(part, parts.length - shown.length) + 1).join('/');
  const last = shown.length - 1;
  return (
    <nav aria-label="Breadcrumbs" data-overflow="menu">
      <ol style={list}>
        {lock && (
          <li key="lock" id="lock">
            <svg className="octicon octicon-lock" width="16" height="16" />
          </li>
        )}
        {fold && (
          <li key="fold">
            <button>…</button>
          </li>
        )}
        {shown.map((part, n) => (
          <li key={n}>
            <a href={n === last ? '/' + parts.join('/') : path(part)}>{part}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** GitHub's navigation bar; `window.setApp` changes what it shows, as its router and its window's width do. */
function GitHubBar({ parts, wrong }) {
  const [state, set] = useState({ parts, key: 0, bar: 0 });
  const id = useId();
  useLayoutEffect(() => {
    window.setApp = (change) => set((now) => ({ ...now, ...change }));
  }, []);
  return (
    <header
      key={state.bar}
      className="GlobalNav"
      aria-describedby={id}
      style={{ display: 'flex', padding: 12, gap: 12, height: 32, alignItems: 'center', background: '#f6f8fa' }}
    >
      <div data-testid="top-nav-center" style={{ display: 'flex', flex: 1, alignItems: 'center' }}>
        {!state.gone && <Crumbs key={state.key} {...state} />}
        <button style={{ marginLeft: 'auto' }}>{wrong ?? 'Search'}</button>
      </div>
    </header>
  );
}

const slow = {};
/** A part that comes later: on the server with the next piece, in the browser when the test says `window.release.name()`. */
function slowly(name, What) {
  if (typeof window === 'undefined')
    return (slow[name] ??= lazy(() => new Promise((done) => setTimeout(done, 20, { default: What }))));
  return (slow[name] ??= lazy(
    () =>
      new Promise((done) => {
        window.release = { ...window.release, [name]: () => done({ default: What }) };
      }),
  ));
}

const Bar = ({ name }) => (
  <header style={{ display: 'flex', padding: '12px 20px', gap: 16, background: '#fff' }}>
    <a href="/">{name}</a>
    <nav style={{ marginLeft: 'auto' }}>
      <a href="/docs">Docs</a>
    </nav>
  </header>
);
const Comments = () => (
  <section id="comments">
    <h2>Comments</h2>
    <p>Said by a reader.</p>
  </section>
);

function Ticks() {
  const [n, set] = useState(0);
  useEffect(() => {
    window.setApp = () => set((now) => now + 1);
    document.documentElement.dataset.effects = 'run';
  }, []);
  return <p id="count">{'Count ' + n}</p>;
}

function Portal({ to }) {
  const [body, set] = useState(null);
  useEffect(() => set(document.body), []);
  return body && createPortal(<div id="portal">{to}</div>, body);
}

/** What stands in a product's page: its bar, a form, a counter, and what a kind of page adds. */
function Content({ name, portal, slowBar, slowComments, wrong }) {
  const Top = slowBar ? slowly('bar', Bar) : Bar;
  const Late = slowComments ? slowly('comments', Comments) : Comments;
  return (
    <>
      <Suspense fallback={<p>Wait for the bar</p>}>
        <Top name={name} />
      </Suspense>
      <main style={{ padding: 20 }}>
        <h1>{wrong ?? 'Getting started'}</h1>
        <form>
          <input id="typed" defaultValue="" />
        </form>
        <Ticks />
        <Suspense fallback={<p id="fallback">Wait for comments</p>}>
          <Late />
        </Suspense>
        {portal && <Portal to="Ask the docs" />}
      </main>
    </>
  );
}

/** A product's page whose root is the document, as Next.js and React Router render it. */
function WholePage(props) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>{props.name}</title>
        <link rel="icon" href="data:," />
      </head>
      <body style={{ margin: 0 }}>
        <Content {...props} />
      </body>
    </html>
  );
}

class Fence extends Component {
  render() {
    return this.props.children;
  }
}

const trees = { GitHubBar, Content, WholePage };

/** One of the trees with its properties, the same on both sides. */
export const tree = (which, { strict, ...props }) =>
  createElement(strict ? StrictMode : Fragment, null, createElement(Fence, null, createElement(trees[which], props)));
