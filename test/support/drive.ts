// Drives a random history through the command line, step by step, and reads back the standings of each closed round.
import { dirname, join } from 'node:path';
import type { LedgerStep } from '../reference/random-ledger.ts';
import { put } from './folder.ts';
import { run, runOk } from './run.ts';

const APPROVER = '签批·书记';
const OFFICER = '组织·委员';

/** Rows as CSV, every cell quoted. */
export function csvOf(rows: readonly Readonly<Record<string, string>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  return `${[line(columns), ...rows.map((row) => line(columns.map((column) => row[column] ?? '')))].join('\n')}\n`;
}

/** A standing as `round show --format json` has it. */
export type ShownStanding = Readonly<Record<string, string | number | boolean>>;

/** A ledger with the standings of every round that was closed in it. */
export interface Driven {
  readonly ledger: string;
  readonly rounds: readonly (readonly ShownStanding[])[];
}

/** Runs all steps on a new ledger in `folder`; returns the standings of every closed round. */
export async function drive(folder: string, policy: unknown, steps: readonly LedgerStep[]): Promise<Driven> {
  const ledger = join(folder, 'yanquan.db');
  const policyFile = put(folder, 'policy.yaml', JSON.stringify(policy));
  await runOk(['--ledger', ledger, 'init', '--policy', policyFile]);
  return driveOn(ledger, steps);
}

/**
 * Runs steps on a ledger that is there; returns the standings of the rounds that they close.
 * @param first the place of the first step to run; those before it have been run
 * @param closed how many rounds have been closed before it
 */
export async function driveOn(
  ledger: string,
  steps: readonly LedgerStep[],
  { first = 0, closed = 0 }: { readonly first?: number; readonly closed?: number } = {},
): Promise<Driven> {
  const folder = dirname(ledger);
  const at = ['--ledger', ledger, '--future'];
  const batches = new Map<number, number>();
  const rounds: ShownStanding[][] = [];
  for (const [index, step] of steps.entries()) {
    if (index < first) continue;
    switch (step.kind) {
      case 'import': {
        const file = put(folder, `step.csv`, csvOf(step.rows));
        const { stdout } = await runOk(['import', step.record, file, '--json', ...at]);
        const summary = JSON.parse(stdout) as { batches: { id: number }[] };
        batches.set(index, summary.batches[0]?.id ?? 0);
        break;
      }
      case 'leave':
      case 'return':
        await runOk(['cadre', step.kind, step.cadre_no, '--on', step.on, ...at]);
        break;
      case 'dispatch':
        await runOk([
          ...['dispatch', 'new', '--no', step.order_no, '--station', step.station, '--on', step.on],
          ...['--due', step.due, '--issued-by', OFFICER, '--finding', step.finding_nos.join(','), ...at],
        ]);
        break;
      case 'cancel_task':
        await runOk(['task', 'cancel', step.task_no, '--on', step.on, '--by', OFFICER, ...at]);
        break;
      case 'undo':
        await runOk(['batch', 'undo', String(batches.get(step.step)), '--reason', 'mistake', ...at]);
        break;
      case 'open':
        await runOk(['round', 'open', '--cutoff', step.cutoff, ...at]);
        break;
      case 'decide': {
        const what = step.clear
          ? ['--clear']
          : [
              ...(step.measure === undefined ? [] : ['--measure', step.measure]),
              ...(step.commended === undefined ? [] : [step.commended ? '--commend' : '--no-commend']),
            ];
        await runOk(['decide', step.cadre_no, ...what, '--by', step.by, '--reason', step.reason, ...at]);
        break;
      }
      case 'close': {
        const cutoff = step.opened ? [] : ['--cutoff', step.cutoff];
        await runOk(['round', 'close', '--approved-by', APPROVER, ...cutoff, ...at]);
        const number = String(closed + rounds.length + 1);
        const shown = await runOk(['round', 'show', number, '--format', 'json', '--ledger', ledger]);
        // The digest covers from where each reason came: a ledger that was carried over has others.
        const lines = JSON.parse(shown.stdout) as (ShownStanding & { readonly digest: string })[];
        rounds.push(lines.map(({ digest: _digest, ...standing }) => standing));
        break;
      }
    }
  }
  return { ledger, rounds };
}

/** Replays every closed round and returns those that come out differently. */
export async function replayed(ledger: string, rounds: number): Promise<string[]> {
  const wrong: string[] = [];
  for (let number = 1; number <= rounds; number += 1) {
    const ran = await run(['round', 'replay', String(number), '--ledger', ledger]);
    if (ran.code !== 0) wrong.push(`round ${number}: ${ran.stderr}`);
  }
  return wrong;
}
