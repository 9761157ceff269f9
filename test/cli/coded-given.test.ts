// Coded values on the command line in either language: every command, the words of every code, what is refused.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OptionSpec } from '../../src/cli/command-spec.ts';
import { commandNames, loadCommand } from '../../src/cli/commands/registry.ts';
import { codeMeant } from '../../src/cli/options/coded.ts';
import { kindNamed } from '../../src/cli/options/kinds.ts';
import { recordKinds } from '../../src/domain/records/records.ts';
import { vocabularies } from '../../src/intake/values/vocabulary.ts';
import { atSmall } from '../support/at-ledger.ts';
import { refuseInBoth } from '../support/errors.ts';
import { run } from '../support/run.ts';
import { wordsFor } from '../support/words.ts';

/** Choices that are no coded values of the ledger: names of formats and languages. */
const TECHNICAL = new Set(['--format', '--headers', '--encoding', '--lang', '--color']);

async function codedOptions(): Promise<[option: string, spec: OptionSpec][]> {
  const leaves = await Promise.all(commandNames.map((name) => loadCommand(name)));
  return leaves
    .flat()
    .flatMap((leaf) => (leaf.options ?? []).map((spec): [string, OptionSpec] => [leaf.name, spec]))
    .filter(([, spec]) => spec.choices !== undefined)
    .map(([name, spec]): [string, OptionSpec] => [`${name} ${spec.flags.replace(/ .*/, '')}`, spec])
    .filter(([option]) => !TECHNICAL.has(option.replace(/^.* /, '')));
}

const ON = ['--on', '2018-09-20', '--by', '督查乙'];

describe('coded values', () => {
  it('have words in both languages, and each word means one code', async () => {
    const options = await codedOptions();
    expect(options.length).toBeGreaterThan(10);
    for (const [option, { terms = '', choices: codes = [] }] of options) {
      expect(terms, option).not.toBe('');
      for (const lang of ['zh', 'en'] as const) {
        const printed = codes.map((code) => wordsFor(lang).term(`${terms}.${code}`));
        expect(new Set(printed).size, option).toBe(codes.length);
        for (const [at, word] of printed.entries()) {
          expect(await codeMeant({ terms, codes }, word), `${option} ${word}`).toBe(codes[at]);
          expect(await codeMeant({ terms, codes }, ` ${word.toUpperCase()} `), `${option} ${word}`).toBe(
            codes[at],
          );
        }
      }
    }
  });

  it('mean in options what they mean in files', async () => {
    for (const terms of [
      'result',
      'progress',
      'ground',
      'ruling',
      'measure',
      'session',
      'rank',
      'severity',
    ] as const) {
      const { codes, meanings } = vocabularies[terms];
      for (const [word, code] of meanings) expect(await codeMeant({ terms, codes }, word), word).toBe(code);
    }
  });

  it('name every kind of record', async () => {
    for (const lang of ['zh', 'en'] as const)
      for (const kind of recordKinds)
        expect(await kindNamed(wordsFor(lang).term(`kind.${kind}`), wordsFor(lang))).toBe(kind);
    expect(await kindNamed('台账', wordsFor('en'))).toBe('ledger');
    expect(await kindNamed('花名册', wordsFor('en'))).toBe('cadres');
  });

  it.each([
    [
      ['finding', 'check', 'F-11', '--result', '整改到位', ...ON],
      ['finding', 'check', 'F-11', '--result', 'rectified', ...ON],
    ],
    [
      ['finding', 'check', 'F-11', '--result', 'ＲＥＣＴＩＦＩＥＤ', ...ON],
      ['finding', 'check', 'F-11', '--result', 'rectified', ...ON],
    ],
    [
      ['finding', 'report', 'F-11', '--progress', '基本完成', ...ON],
      ['finding', 'report', 'F-11', '--progress', 'partly', ...ON],
    ],
    [
      [
        'finding',
        'object',
        'F-3',
        '--cadre',
        'C2',
        '--ground',
        '时限不合理',
        '--reason',
        '短',
        '--on',
        '2018-09-06',
      ],
      [
        'finding',
        'object',
        'F-3',
        '--cadre',
        'C2',
        '--ground',
        'deadline',
        '--reason',
        '短',
        '--on',
        '2018-09-06',
      ],
    ],
    [
      [
        'finding',
        'rule',
        'F-10',
        '--cadre',
        'C5',
        '--ruling',
        '不予采纳',
        '--on',
        '2018-09-20',
        '--by',
        '裁定乙',
      ],
      [
        'finding',
        'rule',
        'F-10',
        '--cadre',
        'C5',
        '--ruling',
        'dismissed',
        '--on',
        '2018-09-20',
        '--by',
        '裁定乙',
      ],
    ],
    [
      ['decide', 'C2', '--measure', '诫勉谈话', '--by', '审定甲', '--reason', '屡改屡犯'],
      ['decide', 'C2', '--measure', 'admonition_talk', '--by', '审定甲', '--reason', '屡改屡犯'],
    ],
    [
      ['attendance', 'record', '--site', '堤', '--session', '上午', '--on', '2018-09-20', '--present', 'C2'],
      [
        'attendance',
        'record',
        '--site',
        '堤',
        '--session',
        'morning',
        '--on',
        '2018-09-20',
        '--present',
        'C2',
      ],
    ],
    [
      ['task', 'progress', 'T-1', '--done', '70', '--accepted', '不通过', ...ON],
      ['task', 'progress', 'T-1', '--done', '70', '--accepted', 'no', ...ON],
    ],
    [
      ['cadre', 'add', 'C9', '--name', '辛八', '--rank', '股级干部'],
      ['cadre', 'add', 'C9', '--name', '辛八', '--rank', 'subsection'],
    ],
  ])('are recorded as the same: %j', async (words, codes) => {
    const { ok } = await atSmall([['round', 'open', '--cutoff', '2018-09-25']]);
    await ok(...words, '--lang', 'zh');
    expect((await ok(...codes)).stderr).toContain('nothing was changed');
  });

  it.each([
    [
      ['finding', 'list', '--status', '已申请销号'],
      ['finding', 'list', '--status', 'reported'],
    ],
    [
      ['finding', 'list', '--status', '已建账'],
      ['finding', 'list', '--status', 'registered'],
    ],
    [
      ['export', '问题'],
      ['export', 'findings'],
    ],
    [
      ['template', '核查'],
      ['template', 'checks'],
    ],
  ])('show the same: %j', async (words, codes) => {
    const { ok } = await atSmall();
    const shown = await ok(...words);
    expect(shown).toEqual(await ok(...codes));
    expect(shown.stdout.split('\n').length).toBeGreaterThan(1);
  });

  it('are refused in the words of the user, with the nearest', async () => {
    const { folder } = await atSmall();
    const at = ['--ledger', join(folder, 'yanquan.db')];
    const check = ['finding', 'check', 'F-11', ...ON, ...at, '--result'];
    const near = { code: 'usage_not_a_choice_near', exit: 2, names: ['--result', '整改到位'] } as const;
    await refuseInBoth(folder, [...check, '整改到'], near);
    const zh = await run([...check, '全部整改', '--lang', 'zh']);
    expect(zh).toMatchObject({ code: 2, stdout: '' });
    expect(zh.stderr).toContain('可用：整改到位、基本到位、未整改到位。');
    const en = await run([...check, 'fixed']);
    expect(en.stderr).toContain('It takes: rectified, partial, not_rectified.');
    expect((await run(['import', '清单表', 'x.csv', '--lang', 'zh', ...at])).stderr).toContain(
      '干部、问题、申请销号',
    );
  });

  it('are days too: today is the day in the time zone of the ledger', async () => {
    const { ok, rows, folder } = await atSmall();
    const report = ['finding', 'report', 'F-3', '--by', '乙二', '--on'];
    await ok(...report, '今天');
    const [last] = (await rows('export', 'reports')).slice(-1);
    expect(last).toMatchObject({ finding_no: 'F-3', reported_on: '2018-10-01' });
    expect((await ok(...report, 'TODAY')).stderr).toContain('nothing was changed');
    expect(await rows('finding', 'list', '--overdue', 'today')).toEqual(
      await rows('finding', 'list', '--overdue', '2018-10-01'),
    );
    const missing = await run([...report, 'today', '--ledger', join(folder, 'none.db')]);
    expect(missing).toMatchObject({ code: 1, stdout: '' });
  });

  it('are named in Chinese by the Chinese help, and by their codes in English', async () => {
    const help = async (lang: string, ...args: string[]) =>
      (await run([...args, '--help', '--lang', lang])).stdout.replaceAll(/\s+/g, lang === 'zh' ? '' : ' ');
    expect(await help('zh', 'finding', 'check')).toContain('整改到位、基本到位、未整改到位');
    expect(await help('zh', 'cadre', 'add')).toContain('科级领导干部');
    expect(await help('zh', 'import')).toContain('中心工作任务');
    expect(await help('en', 'finding', 'check')).toContain('rectified, partial, not_rectified');
    expect(await help('en', 'import')).toContain('ledger');
  });
});
