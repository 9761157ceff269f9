// Signals: INT, TERM and HUP at chance moments of an import; what the process ends with is held against what is there.
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Random } from '../reference/prng.ts';
import { copyIn, faultFolder, findingsFile, heldIn, rosterLedger } from './material.ts';
import { each, type Program, run, start } from './program.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Signals {
  readonly signals: number;
  /** Ended with 0, and not all rows are there. */
  readonly zeroWithout: number;
  /** Ended with a code that says that nothing was written, and something is there. */
  readonly nothingBut: number;
  /** A part of the rows is there. */
  readonly partial: number;
  /** Ended by the signal: no code was given. */
  readonly ended: number;
  /** Ended by the signal after COMMIT, when the rows were there: to be asked by the same command again. */
  readonly endedAfterCommit: number;
  /** The same command again, and every row is there once. */
  readonly exactlyOnce: number;
}

/** Sends `signals` signals to imports of `rows` rows. */
export async function signal(
  program: Program,
  rows: number,
  signals: number,
  seed: number,
): Promise<Signals> {
  const random = new Random(seed);
  const folder = faultFolder();
  const base = await rosterLedger(program, folder);
  const file = findingsFile(folder, 'N', rows);
  const importing = (ledger: string) => ['import', 'findings', file, '--ledger', ledger];
  const begun = performance.now();
  await run(program, importing(copyIn(folder, 'measured', base)));
  const whole = performance.now() - begun;
  const came = await each(signals, async (at) => {
    const ledger = copyIn(folder, `${at}`, base);
    const { child, ended } = start(program, importing(ledger));
    await Promise.race([wait(random.below(whole)), ended]);
    child.kill(SIGNALS[at % SIGNALS.length]);
    const { code } = await ended;
    const { findings } = heldIn(ledger);
    await run(program, importing(ledger));
    const after = heldIn(ledger);
    rmSync(dirname(ledger), { recursive: true });
    const once = [after.findings, after.numbers, after.live].every((count) => count === rows);
    return { code, findings, once: once && after.batches === 1 };
  });
  const count = (of: (each_: (typeof came)[number]) => boolean): number => came.filter(of).length;
  return {
    signals,
    zeroWithout: count(({ code, findings }) => code === 0 && findings !== rows),
    nothingBut: count(({ code, findings }) => code !== null && code !== 0 && code !== 75 && findings > 0),
    partial: count(({ findings }) => findings > 0 && findings < rows),
    ended: count(({ code }) => code === null),
    endedAfterCommit: count(({ code, findings }) => code === null && findings > 0),
    exactlyOnce: count(({ once }) => once),
  };
}
