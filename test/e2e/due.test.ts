// What `due` lists is exactly what the next tally at that cutoff has due, on random histories through the command line.
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/domain/days/day.ts';
import { randomLedger } from '../reference/random-ledger.ts';
import { drive } from '../support/drive.ts';
import { temporaryFolder } from '../support/folder.ts';
import { runOk } from '../support/run.ts';

type Row = Readonly<Record<string, string | number | boolean>>;

describe('due and the next tally', () => {
  it.each([501, 502, 503])(
    'seed %i: the same findings and tasks for every cadre, and the same circle',
    async (seed) => {
      const { policy, steps } = randomLedger(seed, { undo: true, weeks: 3 });
      const { ledger, rounds } = await drive(temporaryFolder(), policy, steps);
      const rows = async (...args: readonly string[]) =>
        JSON.parse((await runOk([...args, '--format', 'json', '--ledger', ledger])).stdout) as Row[];
      const last = String(rounds.at(-1)?.[0]?.cutoff) as Day;
      for (const days of [1, 7, 30]) {
        const until = addDays(last, days);
        const due = await rows('due', '--until', until);
        const lines = await rows('tally', '--cutoff', until, '--all', '--future');
        const dueFor = (part: string, key: string, cadreNo: unknown) =>
          due.filter(
            (row) =>
              row.part === part &&
              String(row[key])
                .split(';')
                .some((each) => each.startsWith(`${cadreNo}:`)),
          ).length;
        for (const line of lines) {
          expect({
            cadre_no: line.cadre_no,
            counted: dueFor('finding', 'responsible', line.cadre_no),
            pending: dueFor('finding', 'pending_for', line.cadre_no),
            behind_tasks: dueFor('task', 'responsible', line.cadre_no),
          }).toEqual({
            cadre_no: line.cadre_no,
            counted: line.counted,
            pending: line.pending,
            behind_tasks: line.behind_tasks,
          });
        }
        const circle = due.filter((row) => row.part === 'circle');
        expect(circle.map((row) => row.item)).toEqual(
          lines.filter((line) => line.now_in === true).map((line) => line.cadre_no),
        );
      }
    },
  );
});
