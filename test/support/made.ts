// A ledger of several closed rounds for the tests of a file, made once before them and gone after them.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { temporaryFolder } from './ledgers.ts';
import { type LargeLedger, makeLedger } from './make-ledger.ts';

export interface Made {
  /** The ledger; not to be written to. */
  readonly file: string;
  /** A copy that is gone after the test. */
  copy(): string;
}

/** Makes a ledger for the tests of a file; call it at the top. */
export function madeLedger(size: LargeLedger): Made {
  const folder = mkdtempSync(join(tmpdir(), 'yanquan-made-'));
  const file = join(folder, 'yanquan.db');
  beforeAll(() => makeLedger(file, size));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    file,
    copy: () => {
      const copy = join(temporaryFolder(), 'yanquan.db');
      copyFileSync(file, copy);
      return copy;
    },
  };
}
