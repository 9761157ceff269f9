// A new office without a policy of its own: nothing of the demo's township in any of its papers, and blanks where its rule belongs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { put, temporaryFolder } from '../support/folder.ts';
import { type Ran, run, runOk } from '../support/run.ts';

const CADRES = `干部编号,姓名,职级,单位,作战所,管理权限
Q1,甲一,一般干部,农技站,一号所,
Q2,乙二,股级,农技站,一号所,
Q3,丙三,科级,班子,一号所,县管
`;
const FINDINGS = `问题编号,问题来源,具体问题,发现时间,整改时限,责任人编号,作战所
P-1,巡察,账实不符,2018-08-20,2018-09-05,Q1,一号所
P-2,巡察,未建台账,2018-08-20,2018-09-05,Q1,一号所
P-3,巡察,未公示,2018-08-20,2018-09-05,Q1;Q3,一号所
P-4,巡察,未归档,2018-08-20,2018-09-05,Q1;Q3,一号所
P-5,巡察,未签字,2018-08-20,2018-09-05,Q2;Q3,一号所
P-6,巡察,未盖章,2018-08-20,2018-09-05,Q2;Q3,一号所
P-7,巡察,未整改,2018-08-20,2018-09-30,Q2,一号所
`;

const zh = { env: { YANQUAN_LANG: 'zh' }, now: '2018-10-08T04:00:00Z' };

interface Office {
  readonly file: (name: string) => string;
  readonly ok: (...args: readonly string[]) => Promise<Ran>;
  readonly created: Ran;
}

async function office(township: string): Promise<Office> {
  const folder = temporaryFolder();
  const at = ['--ledger', join(folder, 'yanquan.db')];
  const ok: Office['ok'] = (...args) => runOk([...args, ...at], zh);
  const named = township === '' ? [] : ['--township', township];
  const created = await ok('init', ...named);
  await ok('import', 'cadres', put(folder, 'c.csv', CADRES));
  await ok('import', 'findings', put(folder, 'f.csv', FINDINGS));
  return { file: (name) => join(folder, name), ok, created };
}

async function closed(township: string): Promise<Office> {
  const made = await office(township);
  await made.ok('round', 'open', '--cutoff', '2018-09-12');
  for (const no of ['Q1', 'Q3']) await made.ok('decide', no, '--confirm', '--by', '书记', '--reason', '研究');
  await made.ok('round', 'close', '--approved-by', '书记', '--meeting', '9月13日会议');
  return made;
}

/** All text of a file: of a package, of each of its parts. */
function textOf(path: string): string {
  const bytes = readFileSync(path);
  if (!/\.(?:docx|xlsx)$/u.test(path)) return bytes.toString('utf8');
  return Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('\n');
}

const ISSUE = ['notice', 'issue', '--round', '1', '--date', '2018-09-14'];
const papers: readonly (readonly string[])[] = [
  ...['md', 'docx', 'html', 'xlsx', 'csv'].map((ending) => [
    'notice',
    '--round',
    '1',
    '-o',
    `通报.${ending}`,
  ]),
  ['notice', '--round', '1', '--lang', 'en', '-o', 'notice.docx'],
  [...ISSUE, '--number', '×党通〔2018〕3号', '-o', '红头.docx'],
  [...ISSUE, '--number', '3', '--scope', 'leader', '-o', '领导版.docx'],
  [...ISSUE, '--number', '4', '--scope', 'public', '-o', '公开版.html'],
  ...['md', 'docx', 'html', 'xlsx'].map((ending) => [
    'explain',
    'Q1',
    '--round',
    '1',
    '-o',
    `说明.${ending}`,
  ]),
  ['training', '--round', '1', '-o', '培训.xlsx'],
  ['sheet', 'checks', '--until', '2018-10-08', '-o', '核查.xlsx'],
  ['sheet', 'visit', '--station', '一号所', '--until', '2018-10-08', '-o', '督查.docx'],
  ['finding', 'form', 'P-1', '-o', '销号.docx'],
  ['dispatch', 'show', '〔2018〕1号', '-o', '派遣单.docx'],
  ['dashboard', '-o', '看板.html'],
  ['due', '--until', '2018-10-08', '-o', '应办.xlsx'],
  ['template', 'findings', '-o', '模板.xlsx'],
  ['export', 'findings', '-o', '问题.xlsx'],
];

/** Words of the township in the demo and of its invented rule. */
const DEMO = /桶|tongjing|德江|2018-09"|试行/iu;

describe("another office's papers", () => {
  it('hold nothing of the demo township, and a blank where the rule would stand', async () => {
    const { file, ok } = await closed('北山镇');
    await ok(
      ...['dispatch', 'new', '--no', '〔2018〕1号', '--station', '一号所', '--on', '2018-09-13'],
      ...['--due', '2018-09-30', '--issued-by', '镇长', '--finding', 'P-7'],
    );
    for (const args of papers) {
      const name = args.at(-1) ?? '';
      await ok(...args.slice(0, -1), file(name));
      const text = textOf(file(name));
      expect(text, name).not.toMatch(DEMO);
      expect(text, name).not.toMatch(/乡(?!镇)/u);
    }
    expect(textOf(file('通报.md'))).toContain('研究，依据〔　〕，现将情况通报如下');
    expect(textOf(file('通报.md'))).toContain('规则版本：default 2');
    expect(textOf(file('说明.md'))).toContain('依据：〔　〕；对号规则：default 2。');
    for (const name of ['红头.docx', '领导版.docx', '通报.html', '说明.docx'])
      expect(textOf(file(name)).replaceAll(/<[^>]*>/gu, ''), name).toMatch(/依据[：]?〔　〕/u);
    expect(textOf(file('红头.docx'))).toContain('中共北山镇委员会文件');
  });

  it.each([
    ['北山乡', '中共北山乡委员会关于', '乡属各站所办', '乡督查组', '乡管1人'],
    ['北山街道', '中共北山街道工作委员会关于', '街道属各站所办', '街道督查组', '街道管1人'],
    ['北山县', '中共北山县委员会关于', '所属各站所办', '为压实整改责任，督查组', '本级管1人'],
    ['北山县巡察办', '# 北山县巡察办关于', '所属各站所办', '为压实整改责任，督查组', '本级管1人'],
    ['', '中共〔　〕委员会关于', '所属各站所办', '为压实整改责任，督查组', '本级管1人'],
  ])('name an office %s as what it is', async (township, ...said) => {
    const { ok } = await closed(township);
    const { stdout } = await ok('notice', '--round', '1', '--format', 'md', '--lang', 'zh');
    for (const each of said) expect(stdout).toContain(each);
  });
});

describe('the shipped policy', () => {
  it('is called default 2 without a document: init and notice issue say so', async () => {
    const { created, ok, file } = await closed('北山镇');
    expect(created.stderr).toContain('对号规则 default 2');
    expect(created.stderr).toContain('没有写明依据');
    const issued = await ok(...ISSUE, '--number', '3', '-o', file('a.docx'));
    expect(issued.stderr).toContain('没有写明依据');
    const shown = await ok('policy', 'show');
    expect(shown.stdout).toMatch(/^name: default\nversion: "2"\ndocument: ""/mu);
    expect(shown.stdout).toMatch(/check_within: 14, rule_within: 14, talk_within: 14/u);
    expect(shown.stdout).toContain('require_decision: [admonition_talk]');
  });

  it('says nothing of a blank where the policy names its rule', async () => {
    const { ok, file } = await office('北山镇');
    await ok('policy', 'show', '-o', file('p.yaml'));
    const own = readFileSync(file('p.yaml'), 'utf8').replace('document: ""', 'document: 《北山镇督查办法》');
    put(join(file('p.yaml'), '..'), 'own.yaml', own.replace('name: default', 'name: 北山镇'));
    const created = await run(['init', '--policy', file('own.yaml'), '--ledger', file('own.db')], zh);
    expect(created.stderr).not.toContain('没有写明依据');
    await ok('policy', 'adopt', file('own.yaml'));
    await ok('round', 'close', '--cutoff', '2018-08-25', '--approved-by', '书记');
    const notice = await ok('notice', '--format', 'md', '--lang', 'zh');
    expect(notice.stdout).toContain('依据《北山镇督查办法》，');
    const issued = await ok(...ISSUE, '--number', '3', '-o', file('a.docx'));
    expect(issued.stderr).not.toContain('没有写明依据');
  });

  it('is not the policy of the demo, which has its own', async () => {
    const folder = temporaryFolder();
    await runOk(['demo', '--dir', join(folder, 'demo')], zh);
    const shown = await runOk(['policy', 'show', '--ledger', join(folder, 'demo', 'yanquan.db')]);
    expect(shown.stdout).toContain('name: tongjing\nversion: "2018-09"');
    expect(readFileSync(join(folder, 'demo', '通报-第1轮.md'), 'utf8')).toContain(
      '依据《桶井乡反馈问题整改督查办法（试行）》',
    );
  });
});
