// verify, log, backup, restore and correct on the command line: answers, talk, exit codes, and refusals that change nothing.
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { put } from '../support/folder.ts';
import { snapshot, temporaryFolder } from '../support/ledgers.ts';
import { run, runOk } from '../support/run.ts';
import { tamper } from '../support/tamper.ts';

const POLICY = `name: care
version: "1"
tiers:
  - { measure: self_criticism, at_least: 1, in_circle: false }
  - { measure: reminder_talk, at_least: 2, in_circle: true }
`;
const CADRES = 'cadre_no,name,rank\nA1,甲一,staff\nA2,甲二,staff\nA3,甲三,section\n';
const FINDINGS = `finding_no,source,description,found_on,due_on,cadre_no
F1,省委巡视,一,2018-09-01,2018-09-10,A1
F2,省委巡视,二,2018-09-01,2018-09-10,A1
F3,省委巡视,三,2018-09-01,2018-09-10,A2
`;

interface World {
  readonly folder: string;
  readonly file: string;
  readonly y: (...args: readonly string[]) => ReturnType<typeof run>;
}

/** A ledger with two closed rounds: A1 is in the circle by F1 and F2, and kept. */
async function ledger(): Promise<World> {
  const folder = temporaryFolder();
  const file = join(folder, 'yanquan.db');
  const y: World['y'] = (...args) => run(['--ledger', file, ...args]);
  const steps = [
    ['init', '--policy', put(folder, 'policy.yaml', POLICY), '--township', '桶井乡'],
    ['import', 'cadres', put(folder, 'cadres.csv', CADRES)],
    ['import', 'findings', put(folder, 'findings.csv', FINDINGS)],
    ['round', 'close', '--cutoff', '2018-09-12', '--approved-by', '书记'],
    ['round', 'close', '--cutoff', '2018-09-19', '--approved-by', '书记'],
  ];
  for (const step of steps) await runOk(['--ledger', file, ...step]);
  return { folder, file, y };
}

const lineOf = async ({ y }: World, cadreNo: string, ...command: readonly string[]) =>
  (JSON.parse((await y(...command, '--format', 'json')).stdout) as Record<string, unknown>[]).find(
    (row) => row.cadre_no === cadreNo,
  );

describe('verify', () => {
  it('says on stdout what was checked, on stderr what it comes to', async () => {
    const { y } = await ledger();
    const { code, stdout, stderr } = await y('verify', '--quick', '--format', 'csv');
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe('check,verdict,code,entry,round,detail');
    expect(stdout).toContain('rounds,passed,,,,');
    expect(stdout).toContain('derived,passed,,,,');
    expect(stderr).toBe('The ledger is whole: 5 journal entries, 2 closed rounds, 1 replayed the same.\n');
  });

  it('exits with 4 when something is damaged, and says what can be trusted', async () => {
    const { y, file } = await ledger();
    tamper(file, (raw) => raw.exec("UPDATE findings SET description = '另一' WHERE finding_no = 'F3'"));
    const { code, stdout, stderr } = await y('verify', '--json');
    expect(code).toBe(4);
    const found = (JSON.parse(stdout) as Record<string, unknown>[]).filter(
      (row) => row.verdict === 'damaged',
    );
    // The description is an example in the figures that both rounds keep.
    expect(found).toMatchObject([
      { check: 'rows', code: 'verify_rows', entry: 3 },
      { check: 'rounds', code: 'verify_round_figures', round: 1 },
      { check: 'rounds', code: 'verify_round_figures', round: 2 },
    ]);
    expect(stderr).toContain('journal entries up to 2 and closed rounds up to 0');
    expect(stderr).toContain('Nothing from entry 3 on');
  });

  it('holds the ledger against a printed digest and a copy', async () => {
    const { y, folder } = await ledger();
    const [round] = await lineOfRounds(y);
    const [digest, draft] = [String(round?.digest), String(round?.draft_digest)];
    const told = async (...args: readonly string[]) => await y('verify', '--quick', '--digest', ...args);
    expect((await told(digest)).stderr).toContain('that of the closing of round 1');
    expect((await told(draft, '--round', '1')).stderr).toContain('that of the draft of round 1');
    const slip = digest.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    const near = await told(slip);
    expect(near).toMatchObject({ code: 1 });
    expect(near.stderr).toContain('The ledger is whole');
    expect(near.stderr).toContain(`The nearest is ${digest} of round 1; digits that differ: 1.`);
    expect(near.stderr).not.toContain('damaged');
    const other = await told(slip, '--round', '1');
    expect(other).toMatchObject({ code: 4 });
    expect(other.stderr).toContain('Nothing in it can be trusted.');
    expect(await told(slip, '--round', '9')).toMatchObject({ code: 4 });
    expect(await y('verify', '--round', '1')).toMatchObject({ code: 2, stdout: '' });
    expect(await y('verify', '--digest', 'abc')).toMatchObject({ code: 2, stdout: '' });
    const copy = join(folder, 'copy.db');
    await y('backup', copy);
    expect((await y('verify', '--quick', '--against', copy)).stderr).toContain('the same ledger');
    expect(await y('verify', '--against', join(folder, 'none.db'))).toMatchObject({ code: 1, stdout: '' });
  });

  it('tells two that have grown apart from one that is damaged', async () => {
    const { y, folder, file } = await ledger();
    const copy = join(folder, 'copy.db');
    await y('backup', copy);
    const add = (to: string, name: string) =>
      runOk(['cadre', 'add', 'A9', '--name', name, '--rank', 'staff', '--ledger', to]);
    await add(copy, '甲九');
    const against = (...more: readonly string[]) => y('verify', '--against', copy, ...more);
    const copyRow = async () =>
      (JSON.parse((await against('--json')).stdout) as Record<string, unknown>[]).filter(
        (row) => row.check === 'copy',
      );
    const behind = await against();
    expect(behind.code).toBe(4);
    expect(behind.stderr).toMatch(/^No damage was found in the ledger, but the copy has entries after 5 /);
    expect(await copyRow()).toMatchObject([{ verdict: 'differs', code: 'verify_behind', entry: 6 }]);
    await add(file, '乙九');
    const forked = await against();
    expect(forked.code).toBe(4);
    expect(forked.stderr).toMatch(
      /^No damage was found in the ledger or in the copy, but they have grown apart after entry 5:/,
    );
    expect(forked.stderr).toContain('journal entries up to 5');
    expect((await against('--lang', 'zh')).stderr).toMatch(
      /^本台账和副本都未发现损坏，但从第5条之后互不相同/,
    );
    expect(await copyRow()).toMatchObject([{ verdict: 'differs', code: 'verify_forked', entry: 6 }]);
    tamper(copy, (raw) => raw.exec("UPDATE findings SET description = '另一' WHERE finding_no = 'F3'"));
    const spoilt = await against();
    expect(spoilt.code).toBe(4);
    expect(spoilt.stderr).toContain('The copy, which went another way after entry 5, is damaged.');
    expect(await copyRow()).toMatchObject([
      { verdict: 'differs', code: 'verify_forked' },
      { verdict: 'damaged', code: 'verify_copy_damaged' },
    ]);
    tamper(file, (raw) => raw.exec("UPDATE findings SET description = '另一' WHERE finding_no = 'F3'"));
    expect((await against()).stderr).toMatch(/^The ledger is damaged/);
  });

  const lineOfRounds = async (y: World['y']) =>
    JSON.parse((await y('round', 'list', '--format', 'json')).stdout) as Record<string, unknown>[];
});

describe('log', () => {
  it('shows the journal newest first, with filters', async () => {
    const { y } = await ledger();
    await y('--actor', '书记', 'decide', 'A1', '--clear');
    const seqs = async (...args: readonly string[]) =>
      (JSON.parse((await y('log', ...args, '--format', 'json')).stdout) as { readonly seq: number }[]).map(
        (row) => row.seq,
      );
    expect(await seqs()).toEqual([5, 4, 3, 2, 1]);
    expect(await seqs('--limit', '2')).toEqual([5, 4]);
    expect(await seqs('--command', 'import')).toEqual([3, 2]);
    expect(await seqs('--command', 'import findings')).toEqual([3]);
    expect(await seqs('--command', 'imp')).toEqual([]);
    expect(await seqs('--actor', '书记')).toEqual([]);
    expect(await seqs('--actor', 'tester')).toHaveLength(5);
    // The runs are of 2026-01-01T00:00Z, which is that day in Shanghai too.
    expect(await seqs('--from', '2026-01-01', '--to', '2026-01-01')).toHaveLength(5);
    expect(await seqs('--to', '2025-12-31')).toEqual([]);
    const { stdout } = await y('log', '--command', 'import findings');
    expect(stdout).toContain('tester');
    expect(stdout).toContain('findings.csv added=3');
  });

  it('takes days in the time zone of the ledger', async () => {
    const { file, y } = await ledger();
    const late = { now: '2026-01-01T17:00:00Z' };
    await runOk(['--ledger', file, 'cadre', 'add', 'A9', '--name', '甲九', '--rank', 'staff'], late);
    const { stdout } = await y('log', '--from', '2026-01-02', '--format', 'csv');
    expect(stdout.trim().split('\n')).toHaveLength(2);
  });
});

describe('backup and restore', () => {
  it('bring the ledger back as it was, and it goes on', async () => {
    const { y, folder, file } = await ledger();
    const [copy, restored] = [join(folder, 'copy.db'), join(folder, 'restored.db')];
    const backed = await y('backup', copy);
    expect(backed).toMatchObject({ code: 0, stdout: '' });
    expect(backed.stderr).toContain('verified, 5 journal entries');
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const into = (...args: readonly string[]) => run(['--ledger', restored, ...args]);
    expect(await into('restore', copy)).toMatchObject({ code: 0, stdout: '' });
    for (const list of [['round', 'show', '2'], ['export', 'findings'], ['log']]) {
      expect((await into(...list, '--format', 'csv')).stdout).toBe(
        (await y(...list, '--format', 'csv')).stdout,
      );
    }
    expect((await into('verify', '--against', file)).code).toBe(0);
    expect((await into('cadre', 'add', 'A9', '--name', '甲九', '--rank', 'staff')).code).toBe(0);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('never overwrite, and never go through a link', async () => {
    const { y, folder, file } = await ledger();
    const taken = put(folder, 'taken.db', 'mine');
    const [link, dangling] = [join(folder, 'link.db'), join(folder, 'dangling.db')];
    symlinkSync(taken, link);
    symlinkSync(join(folder, 'nowhere.db'), dangling);
    const before = snapshot(file);
    for (const target of [taken, link, dangling, file, folder, join(folder, 'none', 'copy.db')]) {
      expect(await y('backup', target), target).toMatchObject({ code: 1, stdout: '' });
    }
    expect(await y('restore', taken)).toMatchObject({ code: 1, stdout: '' });
    expect(readFileSync(taken, 'utf8')).toBe('mine');
    expect(existsSync(join(folder, 'nowhere.db'))).toBe(false);
    expect(snapshot(file)).toEqual(before);
  });

  it('refuse a ledger that is damaged, and leave nothing behind', async () => {
    const { y, folder, file } = await ledger();
    const copy = join(folder, 'copy.db');
    await y('backup', copy);
    for (const damaged of [file, copy]) {
      tamper(damaged, (raw) => raw.exec("UPDATE findings SET description = '另一' WHERE finding_no = 'F3'"));
    }
    const names = readdirSync(folder);
    const backed = await y('backup', join(folder, 'second.db'));
    expect(backed).toMatchObject({ code: 4, stdout: '' });
    expect(backed.stderr).toContain('The rows of entry 3');
    expect(await run(['--ledger', join(folder, 'new.db'), 'restore', copy])).toMatchObject({ code: 4 });
    expect(readdirSync(dirname(file))).toEqual(names);
  });
});

describe('correct', () => {
  /** F2 was not A1's: reversed after both rounds were closed. */
  async function reversed(): Promise<World> {
    const world = await ledger();
    await world.y('reverse', 'findings-2', '--reason', '不是其责任');
    return world;
  }
  const correction = (round: number, ...more: readonly string[]) => {
    return ['correct', 'A1', '--round', String(round), '--by', '纪委', '--reason', 'F2 不是其责任', ...more];
  };

  it('stores the line beside the original, and everything later goes on from it', async () => {
    const world = await reversed();
    const { y } = world;
    expect(await lineOf(world, 'A1', 'round', 'show', '2')).toMatchObject({ now_in: true, rounds_in: 2 });
    expect(await lineOf(world, 'A1', 'tally', '--cutoff', '2018-09-26')).toMatchObject({ was_in: true });

    const first = await y(...correction(1));
    expect(first).toMatchObject({ code: 0, stdout: 'corrections-1\n' });
    expect(first.stderr).toContain('measure: reminder talk → self-criticism');
    expect(first.stderr).toContain('yanquan correct A1 --round 2 --by WHO');
    expect(await lineOf(world, 'A1', 'round', 'show', '1')).toMatchObject({ now_in: false, counted: 1 });
    // Round 2 is corrected on round 1 as corrected: never in the circle.
    expect((await y(...correction(2))).code).toBe(0);
    expect(await lineOf(world, 'A1', 'round', 'show', '2')).toMatchObject({
      was_in: false,
      now_in: false,
      movement: 'outside',
      rounds_in: 0,
      step: 'continued',
    });

    expect(await lineOf(world, 'A1', 'tally', '--cutoff', '2018-09-26')).toMatchObject({ was_in: false });
    expect((await y('circle', '--round', '2', '--format', 'json')).stdout.trim()).toBe('[]');
    expect((await y('training', '--round', '2', '--format', 'json')).stdout.trim()).toBe('[]');
    expect((await y('round', 'show', '2')).stdout).toContain('Corrected (see explain): A1');
    // Said although no one is a member any more, and next to figures that the corrected line changes.
    expect((await y('circle', '--round', '2')).stdout).toContain('Corrected (see explain): A1');
    const [one, two] = JSON.parse((await y('trend', '--format', 'json')).stdout) as { now_in: number }[];
    expect([one?.now_in, two?.now_in]).toEqual([0, 0]);
    expect((await y('trend')).stdout).toContain('Corrected (see explain): 1:A1, 2:A1');
    expect((await y('trend', '--cadre', 'A2')).stdout).not.toContain('Corrected');
    expect((await y('explain', 'A1', '--round', '2', '--format', 'md')).stdout).toContain('纪委');
    await y('round', 'close', '--cutoff', '2018-09-26', '--approved-by', '书记');
    expect((await y('notice', '--round', '3', '--format', 'md')).stdout).toContain('F2 不是其责任');
    // The closed rounds are as they were: they replay from the facts of their closing.
    expect(await y('verify')).toMatchObject({ code: 0 });
  });

  it('is unchanged a second time, and says so when nothing would change', async () => {
    const { y, file } = await reversed();
    await y(...correction(1));
    const before = snapshot(file);
    expect(await y(...correction(1))).toMatchObject({ code: 0, stdout: 'corrections-1\n' });
    const refused: readonly (readonly string[])[] = [
      ['correct', 'A2', '--round', '1', '--by', '纪委', '--reason', '无'],
      ['correct', 'A9', '--round', '1', '--by', '纪委', '--reason', '无'],
      correction(7),
      ['correct', 'A1', '--round', '1', '--by', 'A1', '--reason', '自己'],
      ['correct', 'A1', '--round', '1', '--by', '书记;甲 一', '--reason', '自己'],
    ];
    for (const args of refused)
      expect(await y(...args), args.join(' ')).toMatchObject({ code: 1, stdout: '' });
    expect(snapshot(file)).toEqual(before);
  });

  it('leaves a line with nothing in it when the cadre should have had none', async () => {
    const world = await reversed();
    await world.y('reverse', 'findings-1', '--reason', '不是其责任');
    for (const round of [1, 2]) expect((await world.y(...correction(round))).code).toBe(0);
    expect(await lineOf(world, 'A1', 'round', 'show', '1')).toMatchObject({ counted: 0, measure: 'none' });
    expect(await lineOf(world, 'A1', 'tally', '--cutoff', '2018-09-26')).toBeUndefined();
  });

  it('is taken back by a reversal', async () => {
    const world = await reversed();
    await world.y(...correction(2));
    expect((await world.y('reverse', 'corrections-1', '--reason', '更正有误')).code).toBe(0);
    expect(await lineOf(world, 'A1', 'tally', '--cutoff', '2018-09-26')).toMatchObject({ was_in: true });
  });
});
