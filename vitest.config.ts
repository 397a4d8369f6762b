import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/unit/setup.ts'],
          // One process for many files; tests/unit/setup.ts gives each its own modules.
          isolate: false,
          // A busy machine is slow; what hangs still fails.
          testTimeout: 20_000,
          restoreMocks: true,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 45_000,
          hookTimeout: 90_000,
          // A busy machine makes Firefox's panel miss a key now and then (seen 2026-11); what fails twice is a fault.
          retry: 1,
          fileParallelism: false,
        },
      },
    ],
  },
});
