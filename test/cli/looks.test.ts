// What only looks like something recorded is refused by name on every path in, and becomes no second record.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture, ledgerIn, refuseInBoth, smallLedger, world } from '../support/errors.ts';
import { temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';

const NEW_ORDER = [
  'dispatch',
  'new',
  '--station',
  '前塘作战所',
  '--issued-by',
  '乡长',
  '--due',
  '2018-09-20',
];
const ORDER = [...NEW_ORDER, '--on', '2018-09-10', '--finding', 'F-1', '--no', 'A-1'];

/** Ways to write a number that a reader takes for the number itself. */
function respellings(number: string): readonly string[] {
  const wide = [...number].map((each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)).join('');
  return [
    number.toLowerCase(),
    wide,
    ...['\u200b', '\u200d', '\u00ad', '\u2060', '\ufe0f'].map(
      (letter) => number[0] + letter + number.slice(1),
    ),
    ...['\u2010', '\u2011', '\u2013', '\u2014', '\u2212', '\uff0d'].map((dash) => number.replace('-', dash)),
    `'${number}`,
    `\u200b${number}`,
    `="${wide}"`,
  ].filter((each) => each !== number);
}

interface Kind {
  /** A number that the small ledger has. */
  readonly number: string;
  readonly add: (number: string) => readonly string[];
  readonly csv: (number: string) => readonly [kind: string, text: string];
}

const KINDS: Readonly<Record<string, Kind>> = {
  cadres: {
    number: 'C1',
    add: (number) => ['cadre', 'add', number, '--name', '新人', '--rank', 'staff'],
    csv: (number) => ['cadres', `cadre_no,name,rank\n${number},新人,staff\n`],
  },
  findings: {
    number: 'F-1',
    add: (number) => [
      ...['finding', 'add', number, '--source', '市委巡察反馈', '--description', '缺表'],
      ...['--found-on', '2018-08-20', '--cadre-no', 'C1'],
    ],
    csv: (number) => [
      'findings',
      `finding_no,source,description,found_on,cadre_no\n${number},市委巡察反馈,缺表,2018-08-20,C1\n`,
    ],
  },
  register: {
    number: 'F-1',
    add: (number) => [
      ...['finding', 'add', number, '--source', '市委巡察反馈', '--description', '缺表'],
      ...['--found-on', '2018-08-20', '--cadre-no', 'C1'],
    ],
    csv: (number) => [
      'ledger',
      `问题编号,问题来源,问题描述,发现时间,责任人编号\n${number},市委巡察反馈,缺表,2018-08-20,C1\n`,
    ],
  },
  tasks: {
    number: 'T-1',
    add: (number) => [
      ...['task', 'add', number, '--name', '新任务', '--target', '5', '--start-on', '2018-09-01'],
      ...['--due-on', '2018-09-30', '--cadre-no', 'C1'],
    ],
    csv: (number) => [
      'tasks',
      `task_no,name,target,start_on,due_on,cadre_no\n${number},新任务,5,2018-09-01,2018-09-30,C1\n`,
    ],
  },
  orders: {
    number: 'A-1',
    add: (number) => [...NEW_ORDER, '--on', '2018-09-11', '--finding', 'F-2', '--no', number],
    csv: (number) => [
      'dispatches',
      `order_no,station,due_on,sent_on,issued_by,finding_no\n${number},前塘作战所,2018-09-20,2018-09-11,乡长,F-2\n`,
    ],
  },
};

describe.each(Object.entries(KINDS))('%s', (_, { number, add, csv }) => {
  it.each(respellings(number))('written %j are refused, naming the known one', async (respelt) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder, [ORDER]);
    const before = readFileSync(ledger);
    const [kind, text] = csv(respelt.startsWith('=') ? `"${respelt.replaceAll('"', '""')}"` : respelt);
    writeFileSync(join(folder, 'in.csv'), text);
    const ways = [add(respelt), ['import', kind, join(folder, 'in.csv')]];
    for (const args of ways) {
      const ran = await run([...args, '--ledger', ledger], world);
      expect({ code: ran.code, named: ran.stderr.includes(number) }).toEqual({ code: 1, named: true });
      expect(readFileSync(ledger).equals(before)).toBe(true);
    }
  });
});

describe('a number that a spreadsheet has wrapped', () => {
  it('is stored unwrapped, and is the number itself', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = join(folder, 'in.csv');
    const row = '"=""F-30""",市委巡察反馈,缺表,2018-08-20,"=""C1"""';
    writeFileSync(file, `finding_no,source,description,found_on,cadre_no\n${row}\n`);
    const at = ['--ledger', ledger];
    await runOk(['import', 'findings', file, ...at], world);
    const shown = await runOk(['finding', 'list', '--format', 'json', ...at], world);
    const found = (JSON.parse(shown.stdout) as { finding_no: string }[]).at(-1);
    expect(found).toMatchObject({ finding_no: 'F-30' });
    const again = await runOk(['import', 'findings', file, ...at], world);
    expect(again.stderr).toContain('0 added, 1 unchanged');
    await runOk(['finding', 'report', '="F-30"', '--on', '2018-09-01', '--by', 'C1', ...at], world);
  });
});

describe('refusals', () => {
  const cases = [
    ['findings', 'number_looks_known', 2, ['F-1', 'U+2010']],
    ['findings', 'number_looks_twice', 3, ['HT-001', 'ＨＴ－００１', 'U+FF28']],
    ['checks', 'number_unknown_alike', 2, ['f-5', 'F-5']],
    ['findings', 'number_invisible', 2, []],
    ['findings', 'name_invisible', 2, []],
    ['findings', 'name_looks_known', 2, ['市委巡察反馈', '市委巡察 反馈']],
    ['findings', 'name_looks_twice', 3, ['县级自查A', '县级自查Ａ', 'U+FF21']],
  ] as const;
  it.each(cases)('import %s: %s', async (kind, code, line, names) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const args = ['import', kind, fixture('cli', `${code}.csv`), '--ledger', ledger];
    await refuseInBoth(folder, args, { code, exit: 1, names: [`${code}.csv:${line}:`, ...names] });
  });

  it('a reference names what it looks like, in every column', async () => {
    const ledger = await smallLedger();
    const at = ['--ledger', ledger];
    for (const args of [
      ['finding', 'show', 'ｆ-1'],
      ['finding', 'report', 'F\u20131', '--on', '2018-09-01', '--by', 'C1'],
      ['task', 'show', 't-1'],
    ]) {
      const ran = await run([...args, ...at], world);
      expect({ args, code: ran.code, says: ran.stderr }).toMatchObject({
        code: 1,
        says: expect.stringMatching(/looks like it and is written differently/),
      });
    }
  });
});

describe('a name that only looks like a known one', () => {
  const finding = (more: readonly string[]) => [
    ...['finding', 'add', 'N-1', '--description', '缺表', '--found-on', '2018-08-20', '--cadre-no', 'C1'],
    ...more,
  ];
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['市委巡察反馈', finding(['--source', '市委巡察 反馈'])],
    ['市委巡察反馈', finding(['--source', '市委\u200b巡察反馈'])],
    ['产业覆盖', finding(['--source', '市委巡察反馈', '--area', "'产业覆盖"])],
    ['前塘作战所', finding(['--source', '市委巡察反馈', '--station', '前塘 作战所'])],
    [
      '前塘作战所',
      ['cadre', 'add', 'C20', '--name', '新人', '--rank', 'staff', '--station', '前\u00ad塘作战所'],
    ],
    ['前塘作战所', ['cadre', 'move', 'C3', '--station', '前塘\u3000作战所', '--on', '2018-09-01']],
    ['云脚作战所', ['cadre', 'amend', 'C1', '--station', '云 脚作战所', '--reason', '更正']],
    ['省委巡视反馈', ['finding', 'amend', 'F-1', '--source', '省委\ufe0f巡视反馈', '--reason', '更正']],
    ['前塘作战所', ['dispatch', 'new', '--station', '前塘 作战所', ...ORDER.slice(4)]],
    [
      '产业覆盖',
      [
        ...[
          'task',
          'add',
          'T-9',
          '--name',
          '新任务',
          '--area',
          '产业 覆盖',
          '--target',
          '5',
          '--cadre-no',
          'C1',
        ],
        ...['--start-on', '2018-09-01', '--due-on', '2018-09-30'],
      ],
    ],
  ];
  it.each(cases)('%s: %j', async (known, args) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const before = readFileSync(ledger);
    const ran = await run([...args, '--ledger', ledger], world);
    expect({ code: ran.code, named: ran.stderr.includes(`"${known}"`) }).toEqual({ code: 1, named: true });
    expect(readFileSync(ledger).equals(before)).toBe(true);
  });

  it('may be respelt where nothing else has it', async () => {
    const ledger = await ledgerIn(temporaryFolder());
    const at = ['--ledger', ledger];
    await runOk([...finding(['--source', '县 级自查A']), ...at], world);
    await runOk(['finding', 'amend', 'N-1', '--source', '县级自查A', '--reason', '更正', ...at], world);
    expect((await run(['finding', 'list', '--source', '县 级自查A', ...at], world)).code).toBe(1);
    expect((await runOk(['verify', ...at], world)).stderr).toContain('whole');
  });

  it('is free again once what had it is reversed', async () => {
    const ledger = await ledgerIn(temporaryFolder());
    const at = ['--ledger', ledger];
    const added = await runOk([...finding(['--source', '县 级自查A']), ...at], world);
    await runOk(['reverse', added.stdout.trim(), '--reason', '录错', ...at], world);
    const args = ['finding', 'add', 'N-2', '--description', '缺表', '--found-on', '2018-08-20'];
    await runOk([...args, '--cadre-no', 'C1', '--source', '县级自查A', ...at], world);
  });
});

describe('a filter by a name that nothing bears', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['前塘作战所', ['finding', 'list', '--station', '前唐作战所']],
    ['市委巡察反馈', ['finding', 'list', '--source', '市委巡查反馈']],
    ['产业覆盖', ['finding', 'list', '--area', '产业复盖']],
    ['云脚村', ['finding', 'list', '--village', '云角村']],
    ['云脚作战所', ['due', '--station', '云角作战所']],
    ['云脚作战所', ['sheet', 'checks', '--station', '云角作战所']],
    ['云脚作战所', ['sheet', 'visit', '--station', '云角作战所']],
    ['云脚作战所', ['dispatch', 'list', '--station', '云 脚作战所']],
    ['云脚作战所', ['cadre', 'list', '--station', '云角作战所']],
    ['前塘作战所', ['dispatch', 'new', '--station', '前唐作战所', ...ORDER.slice(4)]],
    ['前塘作战所', ['import', 'dispatches', fixture('work', 'station_unknown_near.csv')]],
  ];
  it.each(cases)('names %s: %j', async (near, args) => {
    const ran = await run([...args, '--ledger', await smallLedger()], world);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 1, stdout: '' });
    expect(ran.stderr).toContain(`"${near}"`);
  });

  it('tells what there is where none is near, and says so where there is none at all', async () => {
    const folder = temporaryFolder();
    const far = ['finding', 'list', '--station', '县纪委监委', '--ledger', await smallLedger()];
    await refuseInBoth(folder, far, { code: 'name_unknown', exit: 1, names: ['县纪委监委', '前塘作战所'] });
    const empty = join(folder, 'empty.db');
    await runOk(['init', '--township', '试验乡', '--ledger', empty], world);
    const none = ['finding', 'list', '--village', '云脚村', '--ledger', empty];
    await refuseInBoth(folder, none, { code: 'name_none_known', exit: 1, names: ['云脚村'] });
  });
});

describe('a text that was decoded wrongly', () => {
  it('is refused by cell, and an argument by its value', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const code = 'text_wrongly_decoded';
    const args = ['import', 'findings', fixture('cli', `${code}.csv`), '--ledger', ledger];
    await refuseInBoth(folder, args, { code, exit: 1, names: [`${code}.csv:3:`, 'description'] });
    writeFileSync(join(folder, 'policy.yaml'), 'name: "\ufffd\ufffd"\nversion: "1"\n');
    const policy = ['policy', 'check', join(folder, 'policy.yaml')];
    await refuseInBoth(folder, policy, { code, exit: 1, names: ['policy.yaml:1:'] });
    const argument = ['cadre', 'add', 'C30', '--name', '\ufffd\ufffd', '--rank', 'staff', '--ledger', ledger];
    await refuseInBoth(folder, argument, { code: 'argument_wrongly_decoded', exit: 1, names: [] });
    const calendar = join(folder, 'calendar.csv');
    writeFileSync(calendar, 'date,kind,name\n2018-10-01,holiday,\ufffd\ufffd\n');
    const calendars = ['calendar', 'import', calendar, '--ledger', ledger];
    await refuseInBoth(folder, calendars, { code, exit: 1, names: ['calendar.csv:2:', 'name'] });
    const actor = ['cadre', 'add', 'C30', '--name', '甲三十', '--rank', 'staff', '--ledger', ledger];
    const named = { code: 'actor_wrongly_decoded' as const, exit: 1, names: ['YANQUAN_ACTOR'] };
    await refuseInBoth(folder, actor, named, { ...world, env: { YANQUAN_ACTOR: '\ufffd' } });
  });

  it('is refused where no file could hold it', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const row = { finding_no: 'F-9', source: 's', found_on: '2018-09-01', cadre_no: 'C1' };
    const file = join(folder, 'text.jsonl');
    const args = ['import', 'findings', file, '--ledger', ledger];
    for (const text of ['a\0b', 'a\ufffe', '\ufeffa', 'a\n\ufeffb']) {
      writeFileSync(file, JSON.stringify({ ...row, description: text }));
      await refuseInBoth(folder, args, {
        code: 'text_unwritable',
        exit: 1,
        names: ['text.jsonl:1:', 'description'],
      });
    }
    writeFileSync(file, JSON.stringify({ ...row, description: 'x'.repeat(32_768) }));
    await refuseInBoth(folder, args, { code: 'cell_text_too_long', exit: 1, names: ['text.jsonl:1:'] });
    const long = [
      'finding',
      'check',
      'HT-001',
      '--result',
      'partial',
      '--on',
      '2018-09-12',
      '--by',
      '督查甲',
    ];
    const note = ['--note', 'x'.repeat(32_768), '--ledger', ledger];
    await refuseInBoth(folder, [...long, ...note], { code: 'cell_text_too_long', exit: 1, names: [] });
  });
});

describe('two of one look that are held already', () => {
  it('stay usable as they are written, and verify notes them', async () => {
    const folder = temporaryFolder();
    const ledger = join(folder, 'yanquan.db');
    copyFileSync(fixture('..', 'ledgers', 'alike-3.db'), ledger);
    const at = ['--ledger', ledger];
    const verified = await run(['verify', ...at], world);
    expect(verified.code).toBe(0);
    expect(verified.stdout).toContain('ht-1');
    const file = fixture('..', 'ledgers', 'alike-3.csv');
    const again = await runOk(['import', 'findings', file, ...at], world);
    expect(again.stderr).toContain('0 added, 3 unchanged');
    await runOk(['finding', 'report', 'ht-1', '--on', '2018-09-10', '--by', '甲一', ...at], world);
    expect((await run(['verify', ...at], world)).code).toBe(0);
    const third = await run(['finding', 'show', 'Ht-1', ...at], world);
    expect(third.stderr).toMatch(/HT-1|ht-1/);
  });
});
