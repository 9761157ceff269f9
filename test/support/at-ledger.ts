// Commands on one ledger in a folder of its own, in a world after the facts.
import { demoLedgerIn } from './demo.ts';
import { ledgerIn, world } from './errors.ts';
import { temporaryFolder } from './folder.ts';
import { type Ran, run, runOk } from './run.ts';

/** A row of machine output. */
export type Row = Record<string, string | number | boolean>;

export interface AtLedger {
  readonly folder: string;
  readonly run: (...args: readonly string[]) => Promise<Ran>;
  /** Expects success. */
  readonly ok: (...args: readonly string[]) => Promise<Ran>;
  /** The rows that a list has, as JSON. */
  readonly rows: (...args: readonly string[]) => Promise<Row[]>;
}

function at(folder: string, ledger: string): AtLedger {
  const on = ['--ledger', ledger];
  return {
    folder,
    run: (...args) => run([...args, ...on], world),
    ok: (...args) => runOk([...args, ...on], world),
    rows: async (...args) =>
      JSON.parse((await runOk([...args, '--format', 'json', ...on], world)).stdout) as Row[],
  };
}

/** The small ledger of the refusals, continued by `before`. */
export async function atSmall(before: readonly (readonly string[])[] = []): Promise<AtLedger> {
  const folder = temporaryFolder();
  return at(folder, await ledgerIn(folder, before));
}

/** The demo's ledger after its two rounds. */
export async function atDemo(): Promise<AtLedger> {
  const folder = temporaryFolder();
  return at(folder, await demoLedgerIn(folder));
}
