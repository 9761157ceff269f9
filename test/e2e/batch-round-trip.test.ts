// A property: whatever is in a ledger, what export writes of it, in any format and language, imports as unchanged.
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ledgerIn, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';

const RUNS = Number(process.env.YANQUAN_RUNS ?? 6);
const exports_: readonly (readonly [ending: string, options: readonly string[]])[] = [
  ['csv', []],
  ['csv', ['--headers', 'zh']],
  ['csv', ['--headers', 'en', '--no-bom']],
  ['json', []],
  ['jsonl', []],
  ['xlsx', ['--lang', 'zh']],
  ['xlsx', ['--lang', 'en']],
];

/** Texts with all that a cell may hold; blank ones are empty cells. */
const texts = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '=1+1',
      "'=x",
      '007',
      '1e5',
      '断\n行',
      '"',
      'a,b;c\td',
      '合计',
      '填报人：甲',
      '2018-9-2',
      ' x ',
      '_x0041_',
      '是',
    ),
  )
  .map((text) => text.replaceAll('\r', '').toWellFormed())
  .filter((text) => text.trim() !== '' && !/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/u.test(text));
const maybe = fc.oneof(texts, fc.constant(''));
const finding = fc.record({
  description: texts,
  clause: maybe,
  remark: maybe,
  severity: fc.constantFrom('1', '2', '3'),
  due_on: fc.constantFrom('', '+5wd', '2018-12-31'),
  cadre_no: fc.constantFrom('C1', 'C1;C2', 'C3'),
});
const report = fc.record({
  progress: fc.constantFrom('not_done', 'partly', 'done'),
  note: maybe,
  evidence: maybe,
});

it('every kind of records, every format, both languages', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(finding, report), { minLength: 1, maxLength: 6 }), async (rows) => {
      const folder = temporaryFolder();
      const ledger = await ledgerIn(folder);
      const findings = rows.map(([row], at) =>
        JSON.stringify({ finding_no: `N-${at}`, source: 's', found_on: '2018-09-01', ...row }),
      );
      const reports = rows.map(([, row], at) =>
        JSON.stringify({ finding_no: `N-${at}`, reported_on: '2018-09-10', reported_by: '', ...row }),
      );
      await runOk(
        ['import', 'findings', put(folder, 'f.jsonl', findings.join('\n')), '--ledger', ledger],
        world,
      );
      await runOk(
        ['import', 'reports', put(folder, 'r.jsonl', reports.join('\n')), '--ledger', ledger],
        world,
      );
      for (const kind of ['findings', 'reports', 'ledger']) {
        for (const [ending, options] of exports_) {
          const file = join(folder, `x.${ending}`);
          await runOk(['export', kind, '-o', file, ...options, '--ledger', ledger], world);
          const ran = await run(['import', kind, file, '--ledger', ledger, '--json'], world);
          expect({ kind, ending, options, code: ran.code, stderr: ran.stderr }).toMatchObject({ code: 0 });
          expect(JSON.parse(ran.stdout)).toMatchObject({ added: 0, amended: 0, rejected: 0, written: false });
        }
      }
    }),
    { numRuns: RUNS },
  );
});

it.each(['cadres', 'checks', 'extensions', 'objections', 'reassignments', 'tasks', 'progress', 'attendance'])(
  '%s of the small ledger',
  async (kind) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    for (const [ending, options] of exports_) {
      const file = join(folder, `x.${ending}`);
      await runOk(['export', kind, '-o', file, ...options, '--ledger', ledger], world);
      const ran = await run(['import', kind, file, '--ledger', ledger, '--json'], world);
      expect({ kind, ending, options, code: ran.code, stderr: ran.stderr }).toMatchObject({ code: 0 });
      expect(JSON.parse(ran.stdout)).toMatchObject({ added: 0, amended: 0, rejected: 0 });
    }
  },
);
