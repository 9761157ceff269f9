// --amend: known records are changed only in the columns named, with a reason; and a dry run says what the real run does.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesIn, ledgerIn, refuseInBoth, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { type Ran, run, runOk } from '../support/run.ts';

const why = ['--reason', '核实'];

/** A row as recorded in the small ledger, the same row changed, the columns to be named, and what is exported then. */
const amendments: readonly (readonly [
  kind: string,
  header: string,
  changed: string,
  columns: string,
  exported: string,
])[] = [
  [
    'cadres',
    'cadre_no,name,rank,unit',
    'C3,丙三,subsection,财政分局',
    'rank,unit',
    'C3,丙三,subsection,办事员,财政分局,',
  ],
  [
    'findings',
    'finding_no,source,description,found_on,cadre_no,severity',
    'F-2,省委巡视,十户缺表,2018-08-20,C1,3',
    'source,description,severity',
    'F-2,省委巡视,,产业覆盖,前塘村,前塘作战所,十户缺表,3,',
  ],
  ['tasks', 'task_no,name,target,start_on,due_on,cadre_no,quantity_unit', '', 'name,quantity_unit', ''],
  ['attendance', 'site,on,session,cadre_no,present', '', 'present', ''],
  ['objections', 'finding_no,cadre_no,raised_on,ground,reason', '', 'reason', ''],
];

/** The first recorded row of a kind, by column. */
async function firstOf(ledger: string, kind: string): Promise<Record<string, string>> {
  const { stdout } = await runOk(['export', kind, '--ledger', ledger, '--format', 'json'], world);
  return (JSON.parse(stdout) as Record<string, string>[])[0] ?? {};
}

const changedValue: Readonly<Record<string, string>> = {
  name: '改名',
  quantity_unit: '亩',
  present: 'leave',
  reason: '改了理由',
};

describe.each(amendments)('%s', (kind, header, changed, columns, exported) => {
  it('is refused without --amend, changed with it, kept in the history, and unchanged after', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const first = await firstOf(ledger, kind);
    const cells = header
      .split(',')
      .map((column) => (columns.split(',').includes(column) ? changedValue[column] : first[column]));
    const row = changed === '' ? cells.join(',') : changed;
    const file = put(folder, 'x.csv', `${header}\n${row}\n`);
    const args = ['import', kind, file, '--ledger', ledger];
    await refuseInBoth(folder, args, {
      code: 'record_conflict',
      exit: 1,
      names: ['x.csv:2:', `--amend ${columns.split(',')[0]}`],
    });
    const dry = await runOk([...args, '--amend', columns, ...why, '--dry-run', '--json'], world);
    const ran = await runOk([...args, '--amend', columns, ...why, '--json'], world);
    for (const each of [dry, ran])
      expect(JSON.parse(each.stdout)).toMatchObject({ added: 0, amended: 1, rejected: 0 });
    const { stdout } = await runOk(['export', kind, '--ledger', ledger], world);
    expect(stdout).toContain(`\n${exported === '' ? row.split(',')[0] : exported}`);
    for (const column of changed === '' ? columns.split(',') : [])
      expect(stdout).toContain(changedValue[column]);
    const shown = await runOk(['batch', 'show', '11', '--ledger', ledger, '--format', 'json'], world);
    expect(JSON.parse(shown.stdout)).toMatchObject([
      { line: 2, outcome: 'amended', reason: columns.replaceAll(',', ', ') },
    ]);
    expect(JSON.parse((await runOk([...args, '--json'], world)).stdout)).toMatchObject({
      unchanged: 1,
      amended: 0,
    });
  });
});

describe('--amend', () => {
  it.each([
    ['usage_amend_unknown', 'photo', ['photo', 'description']],
    ['usage_amend_unknown_near', 'descripton', ['descripton', 'description']],
  ] as const)('%s: a column that the kind has not', async (code, column, names) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(folder, 'x.csv', 'finding_no\n');
    await refuseInBoth(folder, ['import', 'findings', file, '--amend', column, ...why, '--ledger', ledger], {
      code,
      exit: 2,
      names,
    });
  });
});

describe('a dry run', () => {
  const pick = (...values: string[]) => fc.constantFrom(...values);
  const line = fc.record({
    finding_no: fc.oneof(pick('F-1', 'F-2', 'F-3', 'F-12', 'N-1', 'N-2', 'N-3'), pick('', 'N-9')),
    source: pick('市委巡察反馈', '省委巡视反馈'),
    description: pick('两户档案缺表', '村务未公开', '改了', ''),
    found_on: pick('2018-08-20', '2018-09-01', '2018-02-30', '2019-01-01'),
    due_on: pick('2018-09-05', '2018-09-25', '', '+5wd'),
    cadre_no: pick('C1', 'C2', 'C4', 'X9'),
    recurs: pick('', '', 'F-1', 'N-1', 'N-3'),
  });
  const columns = [
    'finding_no',
    'source',
    'description',
    'found_on',
    'due_on',
    'cadre_no',
    'recurs',
  ] as const;
  const outcome = ({ code, stdout, stderr }: Ran) => {
    const { added, unchanged, amended, rejected } = JSON.parse(stdout) as Record<string, number>;
    const problems = stderr.split('\n').filter((each) => each.includes('x.csv:'));
    return { code, added, unchanged, amended, rejected, problems };
  };

  it('says exactly what the real run then does: counts, problems, exit code; and changes no byte', async () => {
    const base = temporaryFolder();
    const start = await ledgerIn(base);
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        pick('', 'description', 'description,source,found_on,recurs'),
        async (lines, skipBad, amend) => {
          const folder = join(base, 'run');
          const ledger = join(base, 'run.db');
          copyFileSync(start, ledger);
          const text = [
            columns.join(','),
            ...lines.map((each) => columns.map((column) => each[column]).join(',')),
          ].join('\n');
          const file = put(base, 'x.csv', `${text}\n`);
          const args = [
            'import',
            'findings',
            file,
            '--ledger',
            ledger,
            '--json',
            ...(skipBad ? ['--skip-bad'] : []),
            ...(amend === '' ? [] : ['--amend', amend, ...why]),
          ];
          const before = bytesIn(base);
          const dry = await run([...args, '--dry-run'], world);
          expect(bytesIn(base)).toEqual(before);
          const real = await run(args, world);
          expect(outcome(real), folder).toEqual(outcome(dry));
          if (real.code === 1) expect(bytesIn(base)).toEqual(before);
          // What was written is there: the good rows are unchanged now.
          if (real.code === 0)
            expect(outcome(await run(args, world))).toMatchObject({
              code: 0,
              added: 0,
              amended: 0,
              unchanged: lines.length,
            });
        },
      ),
      { numRuns: Number(process.env.YANQUAN_RUNS ?? 40) },
    );
  });
});
