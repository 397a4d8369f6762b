// `npm run catalog -- <command>`: for authors of the catalog.
import { defineCommand } from 'citty';
import { runMain } from './run-command.ts';

export const catalog = defineCommand({
  meta: { name: 'npm run catalog --', description: 'Checks, extends and shows the catalog' },
  subCommands: {
    check: () => import('./catalog/check.ts').then(({ check }) => check),
    new: () => import('./catalog/new.ts').then(({ newTool }) => newTool),
    stale: () => import('./catalog/stale.ts').then(({ stale }) => stale),
    stats: () => import('./catalog/stats.ts').then(({ stats }) => stats),
    show: () => import('./catalog/show.ts').then(({ show }) => show),
    sample: () => import('./catalog/sample.ts').then(({ sample }) => sample),
    newer: () => import('./catalog/newer.ts').then(({ newer }) => newer),
    refresh: () => import('./catalog/refresh.ts').then(({ refresh }) => refresh),
    log: () => import('./catalog/log.ts').then(({ log }) => log),
  },
});

await runMain(import.meta.filename, catalog);
