// The words that cells may use for each coded value, Chinese and (written with `_`) English (contract, section 2; CLERK.md, "Headings that import accepts").
import { type Rank, ranks } from '../../domain/cadre.ts';
import {
  type CheckResult,
  checkResults,
  type Ground,
  grounds,
  type Progress,
  progressWords,
  type RulingWord,
  rulings,
} from '../../domain/findings/finding.ts';
import { type RecheckResult, recheckResults } from '../../domain/findings/recheck.ts';
import { nearest } from '../../domain/known.ts';
import {
  type AppealRuling,
  appealRulings,
  type FollowUpResult,
  followUpResults,
  type Receipt,
  receipts,
} from '../../domain/measure.ts';
import { type Measure, measures } from '../../domain/round.ts';
import { type Presence, presences, type Session, sessions } from '../../domain/work/task.ts';

type Words<T extends string> = Readonly<Record<T, string>>;

/** The marks that offices tick and cross with, in every column of yes or no. */
const TICKS = '√ ✓ ✔ ☑ ○';
const CROSSES = '× ✗ ✘';

const rankWords: Words<Rank> = {
  section: '科级领导干部 科级干部 科级 正科级 副科级 正科 副科 section_level_leader',
  subsection: '股级干部 股级 正股级 副股级 正股 副股 中层 中层干部 subsection_level',
  staff: '一般干部 科员 办事员 一般 general_staff',
  other: '其他 其它',
};
const progressMeanings: Words<Progress> = {
  not_done: `未完成 尚未完成 未整改 未整改到位 整改中 正在整改 推进中 持续推进 未启动 否 ${CROSSES}`,
  partly: '基本完成 部分完成 基本整改到位 阶段性完成 partly_done',
  done: `已完成 完成 已办结 办结 整改完成 已整改 已整改完成 已整改到位 整改到位 已销号 是 ${TICKS}`,
};
const resultWords: Words<CheckResult> = {
  rectified: `整改到位 合格 通过 同意销号 ${TICKS}`,
  partial: '基本到位 阶段性完成 partly_rectified',
  not_rectified: `未整改到位 不合格 退回 不予销号 ${CROSSES}`,
};
const recheckWords: Words<RecheckResult> = {
  holds: '巩固 已巩固 未反弹 无反弹',
  rebound: '反弹 已反弹 回潮',
};
const groundWords: Words<Ground> = {
  facts: '事实不符 facts_wrong',
  not_mine: '责任不符 not_responsible',
  deadline: '时限不合理 deadline_unreasonable',
  other: '其他 其它',
};
const rulingWords: Words<RulingWord> = {
  upheld: '异议成立 采纳',
  released: '不再列为责任人',
  dismissed: '异议不成立 不予采纳',
  retracted: '撤回 撤回异议',
};
const receiptWords: Words<Receipt> = {
  signed: `签收 已签收 signed_for ${TICKS}`,
  refused: '拒签 拒绝签收',
  left: '留置 留置送达',
};
const appealRulingWords: Words<AppealRuling> = {
  upheld: '申诉成立 成立 采纳',
  dismissed: '申诉不成立 不成立 不予采纳 维持',
  retracted: '撤回 撤回申诉',
};
const followUpWords: Words<FollowUpResult> = {
  improved: '已改进 改进 有改进',
  not_improved: '未改进 无改进',
};
const measureWords: Words<Measure> = {
  none: '无 不处理',
  self_criticism: '检讨发言 作检讨发言',
  reminder_talk: '提醒谈话',
  admonition_talk: '诫勉谈话',
};
const sessionWords: Words<Session> = {
  morning: '早 早上 上午 am',
  evening: '晚 晚上 下午 pm',
};
const presenceWords: Words<Presence> = {
  present: `1 yes true 到 到岗 在岗 是 ${TICKS}`,
  absent: `0 no false 未到 未到岗 缺席 缺岗 否 ${CROSSES}`,
  leave: '请假 公出 轮休 on_leave',
};
const booleanWords: Words<'true' | 'false'> = {
  true: `1 yes 是 ${TICKS}`,
  false: `0 no 否 ${CROSSES}`,
};
const severityWords: Words<'1' | '2' | '3'> = {
  '1': '一般 ordinary',
  '2': '较重 较大 serious',
  '3': '严重 重大 grave',
};

/** One vocabulary: what each word means, which codes there are, and words that are asked about, never accepted. */
export interface Vocabulary {
  readonly codes: readonly string[];
  /** The Chinese word of each code, for lists of what is accepted. */
  readonly words: readonly string[];
  readonly meanings: ReadonlyMap<string, string>;
  /** Words that could mean several codes; the program does not choose. */
  readonly asked: readonly string[];
}

function vocabulary<T extends string>(
  codes: readonly T[],
  words: Words<T>,
  asked: readonly string[] = [],
): Vocabulary {
  const meanings = new Map<string, string>();
  for (const code of codes) {
    meanings.set(code, code);
    for (const word of words[code].split(' ')) meanings.set(word, code);
  }
  return { codes, words: codes.flatMap((code) => chineseWord(words[code]) ?? []), meanings, asked };
}

function chineseWord(list: string): string | undefined {
  return list.split(' ').find((word) => /^\p{Script=Han}/u.test(word));
}

/** The vocabularies by the name that `ColumnSpec.terms` uses. */
export const vocabularies = {
  rank: vocabulary(ranks, rankWords, ['主任科员', '副主任科员']),
  progress: vocabulary(progressWords, progressMeanings),
  result: vocabulary(checkResults, resultWords),
  recheck_result: vocabulary(recheckResults, recheckWords),
  ground: vocabulary(grounds, groundWords),
  ruling: vocabulary(rulings, rulingWords, ['属实', '部分属实']),
  measure: vocabulary(measures, measureWords),
  receipt: vocabulary(receipts, receiptWords),
  appeal_ruling: vocabulary(appealRulings, appealRulingWords, ['属实', '部分属实']),
  follow_up: vocabulary(followUpResults, followUpWords),
  session: vocabulary(sessions, sessionWords),
  presence: vocabulary(presences, presenceWords),
  severity: vocabulary(['1', '2', '3'], severityWords),
  boolean: vocabulary(['true', 'false'], booleanWords),
} satisfies Readonly<Record<string, Vocabulary>>;

/** Emoji selectors and invisible letters change the looks of a mark, never its meaning. */
const INVISIBLE = /[\ufe00-\ufe0f\u200b-\u200f\u2060\ufeff\u00ad]/gu;
const HAN_WITH_SPACES = /^[\p{Script=Han}\s]+$/u;

/**
 * The code that a cell's word means, undefined when it is none of the vocabulary. Case, outer spaces, spaces between
 * Han letters and the selector of a tick (✔️) aside; `not done` is `not_done`.
 */
export function meaningOf(terms: Vocabulary, text: string): string | undefined {
  const found = terms.meanings.get(text);
  if (found !== undefined) return found;
  const word = text.replace(INVISIBLE, '').trim().toLowerCase();
  return terms.meanings.get(
    HAN_WITH_SPACES.test(word) ? word.replace(/\s+/gu, '') : word.replace(/[ -]+/g, '_'),
  );
}

/** Whether a word is one that is asked about. */
export function isAsked(terms: Vocabulary, text: string): boolean {
  return terms.asked.includes(text.replace(INVISIBLE, '').trim());
}

/** The known word nearest to an unknown one, if one is near and no word of another meaning is. */
export function nearWord(terms: Vocabulary, text: string): string | undefined {
  const near = nearest(text, terms.meanings.keys());
  const code = near === undefined ? undefined : terms.meanings.get(near);
  const others = [...terms.meanings].filter(([, meaning]) => meaning !== code).map(([word]) => word);
  return nearest(text, others) === undefined ? near : undefined;
}
