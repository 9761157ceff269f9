// How the long run of the fault harness runs: the figures of the contract's table, one after the other.
import { defineConfig } from 'vitest/config';
import { FaultTable } from './faults/table.ts';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/faults/**/*.test.ts'],
    env: { YANQUAN_FAULTS: 'long' },
    globalSetup: ['test/support/shared-folder.ts'],
    fileParallelism: false,
    reporters: ['default', new FaultTable()],
  },
});
