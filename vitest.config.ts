import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** The tests in one browser: a few workers, each with one browser that it keeps from file to file. */
const inBrowser = (name: string, target: string) => ({
  test: {
    name,
    environment: 'node',
    include: ['tests/e2e/**/*.test.ts'],
    env: { TARGETS: target },
    // What hangs fails, on a slow machine too; what is slow is found by the bench.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    isolate: false,
    maxWorkers: 2,
    // Two browsers on two cores stand still now and then; the count at the end of a run names what passed only then.
    retry: 2,
    sequence: { groupOrder: 1 },
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'unit',
          environment: 'node',
          maxWorkers: 2,
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/unit/setup.ts'],
          // Each command that a test starts would compile the same files again, which is half of its time (seen 2026-11).
          env: { NODE_COMPILE_CACHE: `${import.meta.dirname}/node_modules/.cache/node` },
          // One process for many files; tests/unit/setup.ts gives each its own modules.
          isolate: false,
          // A busy machine is slow; what hangs still fails.
          testTimeout: 20_000,
          restoreMocks: true,
        },
      },
      inBrowser('e2e-chromium', 'chrome-mv3'),
      inBrowser('e2e-firefox', 'firefox-mv3'),
    ],
  },
});
