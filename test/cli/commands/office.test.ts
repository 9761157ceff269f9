// office: what papers say of the office is set through the journal, and an option of a command wins over it.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { afterDemo, demoLedgerIn } from '../../support/demo.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { run, runOk } from '../../support/run.ts';

const zh = { ...afterDemo, env: { YANQUAN_LANG: 'zh' } };

async function world() {
  const folder = temporaryFolder();
  const at = ['--ledger', await demoLedgerIn(folder)];
  return { folder, at, office: (...args: readonly string[]) => run(['office', ...args, ...at], zh) };
}

test('a setting is shown, changed and taken away; the same again changes nothing', async () => {
  const { at, office } = await world();
  expect((await office('set', '署名', '中共桶井乡委员会办公室')).stderr).toContain('署名已设为');
  expect((await office('set', 'signed', '中共桶井乡委员会办公室')).stderr).toContain('未改动');
  const { stdout: listed } = await runOk(['office', 'show', '--format', 'csv', ...at]);
  expect(listed).toContain('signed,中共桶井乡委员会办公室');
  expect(listed).toContain('township,');
  expect((await office('set', '署名', '')).stderr).toContain('已取消');
  expect((await runOk(['office', 'show', '--format', 'csv', ...at])).stdout).toContain('signed,\n');
  expect((await office('set', '署名', '', '--json')).stdout).toContain('"what":"unchanged"');
  expect((await runOk(['log', '--format', 'csv', ...at])).stdout).toContain('office set');
  expect((await run(['verify', ...at])).code).toBe(0);
});

test('an unknown setting is refused with those that there are', async () => {
  const { office } = await world();
  const refused = await office('set', '主送机关', '各村');
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('抄送');
  expect((await office('set', '署名', '\ufffd')).code).toBe(1);
});

test('papers take the settings, an option wins, and what was issued stays as it was', async () => {
  const { at, office, folder } = await world();
  for (const [key = '', value = ''] of [
    ['主送', '各村党支部'],
    ['抄送', '县纪委监委'],
    ['印发机关', '党政办公室'],
    ['联系人', '王某'],
    ['受理机构', '乡纪委'],
  ])
    expect((await office('set', key, value)).code).toBe(0);
  const notice = async (...more: readonly string[]) =>
    (await runOk(['notice', '--round', '2', '--format', 'md', ...more, ...at], zh)).stdout;
  const text = await notice();
  for (const said of ['各村党支部：', '抄送：县纪委监委', '党政办公室', '联系人：王某', '向乡纪委书面提出'])
    expect(text).toContain(said);
  expect(await notice('--cc', '县委办')).toContain('抄送：县委办');
  expect(await notice('--cc', '-')).not.toContain('抄送');
  const file = join(folder, 'a.md');
  const issue = [
    'notice',
    'issue',
    '--round',
    '2',
    '--number',
    '3',
    '--date',
    '2018-09-20',
    '-o',
    file,
    ...at,
  ];
  expect((await run(issue, zh)).code).toBe(0);
  await office('set', '抄送', '另一家');
  expect(await notice()).toContain('抄送：县纪委监委');
  expect((await run(issue, zh)).code).toBe(1);
  expect((await run(['verify', ...at], zh)).code).toBe(0);
  const { stdout: explained } = await runOk(
    ['explain', 'TJ001', '--round', '2', '--format', 'md', ...at],
    zh,
  );
  expect(explained).toContain('向乡纪委书面提出');
});
