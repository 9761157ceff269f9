// How the tests run against mutants of src/scoring (`npm run test:mutants`): those of the rules, and no others.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/scoring/**/*.test.ts', 'test/report/explain/explain.test.ts'],
    testTimeout: 60_000,
  },
});
