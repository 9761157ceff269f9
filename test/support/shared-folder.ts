// A folder for one run of the tests, for what is made once for all test files.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** See `madeOnce`. */
    sharedFolder: string;
  }
}

/** Makes the folder before all tests and returns what removes it after them. */
export default function setUp({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'yanquan-shared-'));
  // Other users run what is in it too, in the tests of what they may not do.
  chmodSync(folder, 0o755);
  provide('sharedFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
