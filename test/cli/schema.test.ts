// Answers for scripts: each is what its schema says, the same in both languages, and so is each refusal.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answersWithObject } from '../../src/cli/command-spec.ts';
import { commandNames, loadCommand } from '../../src/cli/commands/registry.ts';
import { optionsOf } from '../../src/cli/declare.ts';
import { answers, refusal } from '../../src/cli/schema/answers.ts';
import { jsonSchema, keyOf, rowsOf, schemaOf } from '../../src/cli/schema/json-schema.ts';
import { listKeys } from '../../src/cli/schema/list-keys.ts';
import { ASKED, listKeysNow } from '../docs/list-keys.ts';
import { afterDemo, demoLedgerIn } from '../support/demo.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { madeOnce } from '../support/made-once.ts';
import { type Ran, run, runOk, type World } from '../support/run.ts';
import { atCase, cases } from './options/writing-cases.ts';

const inLang = (lang: string, world: World = afterDemo): World => ({
  ...world,
  env: { ...world.env, YANQUAN_LANG: lang },
});
/** What stands on stdout, without the names of the folders that each run has of its own. */
const answerOf = ({ stdout }: Ran, folder: string): unknown =>
  JSON.parse(stdout.replaceAll(folder, 'FOLDER'));

const leaves = (await Promise.all(commandNames.map(loadCommand))).flat();
/** The schema as scripts get it, read back. */
const shipped = jsonSchema() as {
  readonly $defs: Readonly<Record<string, Parameters<typeof z.fromJSONSchema>[0]>>;
};
const asShipped = (name: string): z.ZodType => z.fromJSONSchema(shipped.$defs[keyOf(name)] ?? {});

it('every command that does something has its schema, and every one that answers takes --json', () => {
  const doing = leaves.filter(answersWithObject).map(({ name }) => name);
  expect(Object.keys(answers).sort()).toEqual(doing.sort());
  for (const leaf of leaves.filter(({ traits }) => traits !== undefined))
    expect(
      optionsOf(leaf).filter(({ flags }) => flags === '--json'),
      leaf.name,
    ).toHaveLength(1);
});

describe.each(Object.entries(cases))('%s', (name, given) => {
  it('answers as its schema says, in both languages', async () => {
    const both: unknown[] = [];
    for (const lang of ['en', 'zh'] as const) {
      const { folder, ran } = await atCase(given, lang);
      const came = await ran(name, given.args, '--json', '--lang', lang);
      const answer = answerOf(came, folder);
      expect(answers[name]?.safeParse(answer).error?.message, came.stdout).toBeUndefined();
      expect(asShipped(name).safeParse(answer).success).toBe(true);
      // A document is in the language that is asked for.
      both.push(name === 'notice issue' ? { ...(answer as object), sha256: '' } : answer);
    }
    expect(both[0]).toEqual(both[1]);
  });
});

it('a key that the schema does not have is found', () => {
  expect(answers['round open']?.safeParse({ what: 'added', round: 1 }).success).toBe(false);
  const whole = { what: 'added', round: 1, cutoff: '2018-09-12', written: true, dry_run: false, entry: 3 };
  expect(answers['round open']?.safeParse(whole).success).toBe(true);
  expect(answers['round open']?.safeParse({ ...whole, more: 1 }).success).toBe(false);
  expect(asShipped('round open').safeParse({ ...whole, more: 1 }).success).toBe(false);
});

/** The demo's ledger, copied once, with findings drawn for re-checks. */
const drawnLedger = async (): Promise<string> => {
  const folder = await madeOnce('drawn', async (made) => {
    const ledger = await demoLedgerIn(made);
    const span = ['--from', '2018-09-01', '--to', '2018-09-30'];
    await runOk(
      ['recheck', 'draw', '--share', '20%', ...span, '--by', '督查丙', '--ledger', ledger],
      afterDemo,
    );
  });
  return join(folder, 'yanquan.db');
};

describe.each(Object.entries(ASKED))('rows of %s', (name, calls) => {
  it.each(calls.map((args) => [args.join(' ') || 'alone', args] as const))('%s', async (_, args) => {
    const asked = [...name.split(' '), ...args, '--json', '-q', '--ledger', await drawnLedger()];
    const en = await run(asked, inLang('en'));
    const zh = await run(asked, inLang('zh'));
    expect(en.stdout).toBe(zh.stdout);
    expect(en.stderr).toBe('');
    const rows: unknown = JSON.parse(en.stdout);
    expect(rowsOf(name).safeParse(rows).error?.message).toBeUndefined();
    expect(asShipped(name).safeParse(rows).success).toBe(true);
  });
});

it('the keys of lists are those that the commands print', async () => {
  const now = Object.fromEntries(
    Object.entries(await listKeysNow()).map(([name, keys]) => [name, keys.join(' ')]),
  );
  expect(listKeys).toEqual(now);
});

it.each(leaves.filter(({ name }) => name !== 'demo').map(({ name }) => name))(
  'a refusal of %s is an object, the same in both languages',
  async (name) => {
    const words = [...name.split(' '), '--json', '--no-such-option'];
    const both = [await run(words, inLang('en')), await run(words, inLang('zh'))];
    for (const { code, stdout } of both) {
      expect(code).toBe(2);
      const answer = refusal.parse(JSON.parse(stdout));
      expect(answer.exit).toBe(2);
      expect(answer.problems[0]?.code).toMatch(/^usage_/);
    }
    expect(both[0]?.stdout).toBe(both[1]?.stdout);
  },
);

it('a refusal names file, line, column and value', async () => {
  const folder = temporaryFolder();
  const ledger = await demoLedgerIn(folder);
  const file = put(
    folder,
    'bad.csv',
    'finding_no,result,checked_on,checked_by\nHT-999,rectified,2018-09-20,督查甲\n',
  );
  const ran = await run(['import', 'checks', file, '--json', '--ledger', ledger], inLang('zh'));
  expect(ran.code).toBe(1);
  const answer = answers.import?.parse(JSON.parse(ran.stdout));
  const place = { file, line: 2, column: 'finding_no', value: 'HT-999' };
  expect(answer).toMatchObject({ written: false, problems: [{ code: 'finding_unknown_near', ...place }] });
});

it('commands that write nothing to the ledger answer too', async () => {
  const folder = temporaryFolder();
  const ledger = ['--ledger', await demoLedgerIn(folder)];
  const copy = join(folder, 'copy.db');
  const calls: readonly (readonly [string, readonly string[]])[] = [
    ['backup', [copy, ...ledger]],
    ['restore', [copy, '--ledger', join(folder, 'again.db')]],
    ['policy show', ledger],
    ['policy check', ['fixtures/default/policy.yaml']],
    ['round replay', ['1', ...ledger]],
    ['publish id', ledger],
    ['demo', ['--dir', join(folder, 'demo')]],
  ];
  for (const [name, args] of calls) {
    const { stdout } = await runOk([...name.split(' '), ...args, '--json'], inLang('zh'));
    expect(schemaOf(name).safeParse(JSON.parse(stdout)).error?.message, `${name} ${stdout}`).toBeUndefined();
  }
});

it('help json-schema prints the schema', async () => {
  const { stdout } = await runOk(['help', 'json-schema']);
  expect(JSON.parse(stdout)).toEqual(shipped);
  for (const lang of ['en', 'zh'])
    expect((await runOk(['help', 'json'], inLang(lang))).stdout).toContain('yanquan help json-schema');
});
