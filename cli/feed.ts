// `npm run feed -- <command>`: for publishers of a feed, the signed catalog that a static host serves.
import { defineCommand } from 'citty';
import { runMain } from './run-command.ts';

export const feed = defineCommand({
  meta: { name: 'npm run feed --', description: 'Makes, checks and shows a signed feed' },
  subCommands: {
    keygen: () => import('./feed/keygen.ts').then(({ keygen }) => keygen),
    build: () => import('./feed/build.ts').then(({ build }) => build),
    verify: () => import('./feed/verify.ts').then(({ verify }) => verify),
    serve: () => import('./feed/serve.ts').then(({ serve }) => serve),
    atom: () => import('./feed/atom.ts').then(({ atom }) => atom),
    rotate: () => import('./feed/rotate.ts').then(({ rotate }) => rotate),
  },
});

await runMain(import.meta.filename, feed);
