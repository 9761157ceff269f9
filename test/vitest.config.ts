// How the tests run: every file below test/ that ends in .test.ts, from the project's root.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    // What needs a browser or an office runs in `npm run test:documents`, what needs the registry in `test:bundle`, what
    // needs PostgreSQL in `npm run test:server`.
    exclude: ['test/documents/**', 'test/bundle/**', 'test/server/**', 'test/windows/**', 'test/arm/**'],
    globalSetup: ['test/support/shared-folder.ts'],
    // One for each core: by default one core is left to whoever waits.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
