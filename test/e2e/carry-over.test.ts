// Random histories carried over at a closed round: the same later facts give the same standings in the new ledger as in the old.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Random } from '../reference/prng.ts';
import { type LedgerStep, randomLedger } from '../reference/random-ledger.ts';
import { drive, driveOn } from '../support/drive.ts';
import { temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';

/** How many histories: more by SEEDS for a longer run. */
const SEEDS = Number(process.env.SEEDS ?? 4);
const FIRST = Number(process.env.FIRST_SEED ?? 1);
const seeds = Array.from({ length: SEEDS }, (_, index) => FIRST + index);

type History = readonly LedgerStep[];

/** Where a history is carried over: after a closed round, some facts of the next one recorded already. */
function place(steps: History, random: Random): { readonly at: number; readonly closed: number } {
  const closings = steps.flatMap((step, index) => (step.kind === 'close' ? [index] : [])).slice(1, -2);
  const closing = random.pick(closings);
  const next = steps.findIndex(
    (step, index) => index > closing && (step.kind === 'open' || step.kind === 'close'),
  );
  const closed = steps.slice(0, closing + 1).filter((step) => step.kind === 'close').length;
  return { at: random.between(closing + 1, next), closed };
}

/** The history as far as the new ledger can follow: up to the last round before a batch of the old one is undone. */
function followed(steps: History, at: number): History {
  const undone = steps.findIndex((step, index) => index >= at && step.kind === 'undo' && step.step < at);
  if (undone < 0) return steps;
  return steps.slice(0, steps.findLastIndex((step, index) => index < undone && step.kind === 'close') + 1);
}

async function carried(
  seed: number,
  options: Parameters<typeof randomLedger>[1],
  ...args: readonly string[]
) {
  const folder = temporaryFolder();
  const { policy, steps } = randomLedger(seed, { dispatch: true, cancellations: true, ...options });
  const { at, closed } = place(steps, new Random(seed));
  const { ledger: old } = await drive(folder, policy, steps.slice(0, at));
  const file = join(folder, 'new.db');
  await runOk(['--ledger', file, 'init', '--carry-over', old, ...args]);
  return { file, old, policy, steps: followed(steps, at), at, closed };
}

/** The rounds that both ledgers closed after the carry-over, and the result of verifying the new one. */
async function both({ file, policy, at, closed }: Awaited<ReturnType<typeof carried>>, steps: History) {
  const { rounds: inNew } = await driveOn(file, steps, { first: at, closed });
  const { rounds: inOld } = await drive(temporaryFolder(), policy, steps);
  const { stdout } = await run(['--ledger', file, 'verify', '--json']);
  const damaged = (JSON.parse(stdout) as { verdict: string }[]).filter((row) => row.verdict === 'damaged');
  return { inNew, inOld: inOld.slice(closed), damaged };
}

const numbersIn = async (file: string, kind: 'findings' | 'tasks', column: string) => {
  const { stdout } = await runOk(['--ledger', file, 'export', kind, '--format', 'json']);
  return new Set((JSON.parse(stdout) as Record<string, string>[]).map((row) => row[column] ?? ''));
};

/** Later facts without those about findings and tasks that were over and stayed behind. */
async function aboutCarried({ file, steps, at }: Awaited<ReturnType<typeof carried>>): Promise<History> {
  const [findings, tasks] = [
    await numbersIn(file, 'findings', 'finding_no'),
    await numbersIn(file, 'tasks', 'task_no'),
  ];
  const rowsOf = (kind: string, step: LedgerStep) =>
    step.kind === 'import' && step.record === kind ? step.rows : [];
  const left = (kind: 'findings' | 'tasks', column: string, there: ReadonlySet<string>) =>
    new Set(
      steps
        .slice(0, at)
        .flatMap((step) => rowsOf(kind, step).map((row) => row[column] ?? ''))
        .filter((number) => !there.has(number)),
    );
  const [over, finished] = [left('findings', 'finding_no', findings), left('tasks', 'task_no', tasks)];
  return steps.flatMap((step, index): LedgerStep[] => {
    if (index < at) return [step];
    if (step.kind === 'dispatch') {
      const finding_nos = step.finding_nos.filter((number) => !over.has(number));
      return finding_nos.length === 0 ? [] : [{ ...step, finding_nos }];
    }
    if (step.kind === 'cancel_task') return finished.has(step.task_no) ? [] : [step];
    if (step.kind !== 'import') return [step];
    const rows = step.rows
      .filter((row) => !finished.has(row.task_no ?? '') && !over.has(row.finding_no ?? ''))
      .map((row) => (over.has(row.recurs ?? '') ? { ...row, recurs: '' } : row));
    return rows.length === 0 ? [] : [{ ...step, rows }];
  });
}

describe('a ledger carried over', () => {
  it.each(seeds)('seed %i: with what is open, the later rounds are those of the old ledger', async (seed) => {
    const made = await carried(seed, { undo: false, odd_numbers: seed % 3 === 0 });
    const { inNew, inOld, damaged } = await both(made, await aboutCarried(made));
    expect(inNew.length).toBeGreaterThan(0);
    expect(inNew).toEqual(inOld);
    expect(damaged).toEqual([]);
  });

  it.each(seeds)('seed %i: with everything, the later rounds are those of the old ledger', async (seed) => {
    const made = await carried(seed + 1000, { undo: true }, '--all');
    const { inNew, inOld, damaged } = await both(made, made.steps);
    expect(inNew).toEqual(inOld);
    expect(damaged).toEqual([]);
  });
});
