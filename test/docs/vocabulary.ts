// The README's tables of words and of columns, from the dictionaries and the record kinds.

import { recordColumns } from '../../src/domain/records/record-columns.ts';
import { recordKinds } from '../../src/domain/records/records.ts';
import { terms as enTerms } from '../../src/i18n/en/terms.ts';
import { terms as zhTerms } from '../../src/i18n/zh/terms.ts';
import { headings } from '../../src/output/cells.ts';
import { wordsFor } from '../support/words.ts';

/** Families of codes that a clerk meets in files and lists. */
const families = {
  rank: 'rank 职级',
  role: 'responsible 责任人',
  severity: 'severity 严重程度',
  progress: 'progress of a report 完成情况',
  result: 'result of a check 核查结果',
  ground: 'ground of an objection 异议类型',
  ruling: 'ruling 裁定',
  status: 'status of a finding 状态',
  session: 'session of attendance 时段',
  presence: 'presence 到岗情况',
  measure: 'measure 对应方式',
  step: 'step against the last round 升降',
  movement: 'movement 进退',
  in_by: 'in the circle by 在圈依据',
  requirement: 'exit requirement 退圈条件',
  state: 'state of a round or fact 状态',
  outcome: 'outcome of a row 导入结果',
} as const;

/** Every code with its word in both languages. */
export function codeTable(): string {
  const english: Readonly<Record<string, string>> = enTerms;
  const rows = Object.entries(families).map(([family, title]) => {
    const words = Object.entries(zhTerms)
      .filter(([key]) => key.startsWith(`${family}.`))
      .map(([key, word]) => `\`${key.slice(family.length + 1)}\` ${word} (${english[key]})`);
    return `| ${title} | ${words.join(' · ')} |`;
  });
  return ['| what | codes |', '|---|---|', ...rows].join('\n');
}

/** The columns of every kind of record; `*` must be there. */
export function columnTable(): string {
  const zh = wordsFor('zh');
  const rows = recordKinds.map((kind) => {
    const specs = recordColumns[kind];
    const words = headings(
      { name: `export ${kind}` },
      specs.map(({ key }) => ({ key, type: 'text' })),
      zh,
    );
    const columns = specs.map(
      ({ key, required }, at) => `\`${key}\`${required === true ? '\\*' : ''} ${words[at]}`,
    );
    return `| \`${kind}\` ${zh.term(`kind.${kind}`)} | ${columns.join(', ')} |`;
  });
  return ['| kind | columns |', '|---|---|', ...rows].join('\n');
}
