// Coded values on the command line: the codes, and the words that either language and files have for them.
import { nearest } from '../../domain/known.ts';
import { Failure, problem } from '../../domain/problem.ts';
import { comparableName } from '../../domain/texts/text.ts';
import { loadWords, type Words } from '../../i18n/words.ts';
import type { OptionSpec } from '../command-spec.ts';

/** Coded values of one kind: the word of each is the term `<terms>.<code>`. */
interface Coded {
  readonly terms: string;
  readonly codes: readonly string[];
}

/** Words that people also use, in addition to those that are printed and those that files use. */
const OTHER_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  accepted: { 通过: 'yes', 合格: 'yes', 不通过: 'no', 不合格: 'no' },
  status: {
    整改到位: 'rectified',
    已整改到位: 'rectified',
    已整改: 'rectified',
    待核查: 'reported',
    退回: 'returned',
    未整改到位: 'returned',
    异议: 'objected',
    撤销: 'withdrawn',
    异议成立: 'withdrawn',
  },
  scope: { 领导: 'leader', 内部: 'internal', 公开: 'public' },
  kind: {
    花名册: 'cadres',
    登记总表: 'ledger',
    派遣单: 'dispatches',
    任务派遣单: 'dispatches',
    中心工作: 'tasks',
    任务: 'tasks',
    进度: 'progress',
    到岗: 'attendance',
    考勤: 'attendance',
    审定: 'decisions',
    陈述: 'statements',
    谈话记录: 'talks',
    送达回证: 'services',
    销号申请: 'reports',
    回头看登记: 'rechecks',
  },
};

/** The codes as the user of a language calls them: in Chinese by their words, in English by the codes themselves. */
export function shownCodes({ terms, codes }: Coded, words: Words): string[] {
  return codes.map((code) => (words.lang === 'zh' ? words.term(`${terms}.${code}`) : code));
}

/** The code that a text means: a code, or a word for one in either language; undefined when it is neither. */
export async function codeMeant(coded: Coded, text: string): Promise<string | undefined> {
  if (coded.codes.includes(text)) return text;
  return (await meanings(coded)).get(folded(text));
}

/** The nearest of the words and codes that a text may be a slip for; of equally near ones that of the user's language. */
export async function nearestCode(coded: Coded, text: string, words: Words): Promise<string | undefined> {
  const chinese = shownCodes(coded, await loadWords('zh'));
  return nearest(text, [...shownCodes(coded, words), ...coded.codes, ...chinese]);
}

async function meanings({ terms, codes }: Coded): Promise<ReadonlyMap<string, string>> {
  const { fileWords } = await import('../../jobs/import/file-words.ts');
  const found = new Map<string, string>();
  const add = (word: string, code: string): void => {
    const key = folded(word);
    if (codes.includes(code) && !found.has(key)) found.set(key, code);
  };
  for (const code of codes) add(code, code);
  for (const lang of ['zh', 'en'] as const) {
    const words = await loadWords(lang);
    for (const code of codes) {
      const word = words.term(`${terms}.${code}`);
      add(word, code);
      add(word.split(/[（(]/u, 1)[0] ?? word, code);
    }
  }
  for (const [word, code] of fileWords(terms)) add(word, code);
  for (const [word, code] of Object.entries(OTHER_WORDS[terms] ?? {})) add(word, code);
  return found;
}

/** Width, case and spaces aside; `not done` is `not_done`. */
function folded(text: string): string {
  return comparableName(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s-]+/gu, '_');
}

/**
 * The options of a command with codes in the place of words.
 * @param options the values that commander found, by the names of its attributes
 * @throws Failure `usage` naming the words that the option takes
 */
export async function withCodes(
  specs: readonly OptionSpec[],
  options: Readonly<Record<string, unknown>>,
  words: Words,
  command: string,
): Promise<Record<string, unknown>> {
  const read: Record<string, unknown> = { ...options };
  for (const spec of specs) {
    if (spec.terms === undefined || spec.choices === undefined) continue;
    const name = attributeOf(spec);
    const text = options[name];
    if (typeof text !== 'string') continue;
    const coded = { terms: spec.terms, codes: spec.choices };
    const code = await codeMeant(coded, text);
    if (code !== undefined) read[name] = code;
    else if (spec.asFile !== true) throw await notAChoice(spec, coded, text, words, command);
  }
  return read;
}

/** The name under which commander keeps an option: `approvedBy` for `--approved-by <who>`. */
export function attributeOf(spec: OptionSpec): string {
  const flag = /--([a-z-]+)/.exec(spec.flags)?.[1] ?? spec.flags;
  return flag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

async function notAChoice(
  spec: OptionSpec,
  coded: Coded,
  value: string,
  words: Words,
  command: string,
): Promise<Failure> {
  const option = spec.flags.replace(/ .*/, '');
  const values = { option, value, allowed: shownCodes(coded, words), command };
  const near = await nearestCode(coded, value, words);
  return new Failure('usage', [
    near === undefined
      ? problem('usage_not_a_choice', values)
      : problem('usage_not_a_choice_near', { ...values, near }),
  ]);
}
