// `npm run night -- <command>`: the steps of a night after the collectors, each of which can begin again after it was killed.
import { defineCommand } from 'citty';
import { runMain } from './run-command.ts';

export const night = defineCommand({
  meta: {
    name: 'npm run night --',
    description: 'Keeps a catalog and its feed alive, in the folder it runs in',
  },
  subCommands: {
    setup: () => import('./night/setup.ts').then(({ setup }) => setup),
    commit: () => import('./night/commit.ts').then(({ commit }) => commit),
    propose: () => import('./night/propose.ts').then(({ propose }) => propose),
    sign: () => import('./night/sign.ts').then(({ sign }) => sign),
    site: () => import('./night/site.ts').then(({ site }) => site),
    watch: () => import('./night/watch.ts').then(({ watch }) => watch),
  },
});

await runMain(import.meta.filename, night);
