import { Writable } from 'node:stream';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { tree } from './react-apps.jsx';

/** The HTML of a tree, as the server of a site sends it. */
export const html = (which, props) => renderToString(tree(which, props));

/** The same in the pieces in which a server streams it, with a script behind the first one. */
export const pieces = (which, props, bootstrapScriptContent) =>
  new Promise((done, failed) => {
    const written = [];
    const sink = new Writable({
      write(piece, _, next) {
        written.push(String(piece));
        next();
      },
      final: (next) => (done(written), next()),
    });
    const { pipe } = renderToPipeableStream(tree(which, props), {
      bootstrapScriptContent,
      onError: failed,
      onShellReady: () => pipe(sink),
    });
  });
