// What a register changed since last time, in about ten lines (contract, section 4: 本周变动).
import type { RegisterChanges } from '../../domain/records/register-changes.ts';
import { maskPersonalNumbers } from '../../domain/texts/personal-numbers.ts';
import type { Text, TextValue } from '../report.ts';

/** The maximum number named in a line; `--json` has them all. */
const NAMED = 10;
/** What the office has to see row by row: only a file that is wrong altogether has more. */
const ALL_NAMED = 200;
/** Of a long text so much is enough to know it by. */
const LONGEST = 40;

/**
 * The lines. Each finding whose words were not understood, and each that stays as an earlier program recorded it, is named.
 * @param written false for a dry run and a refusal
 */
export function changesTexts(changes: RegisterChanges, written: boolean): Text[] {
  const lines = [...newsTexts(changes), ...openTexts(changes), ...leftTexts(changes)];
  const title = written ? 'changes.title' : 'changes.title_not_written';
  return lines.length === 0 ? [{ key: `${title}_none` }] : [{ key: title }, ...lines];
}

function newsTexts({ added, amended, reported, checked, rectified }: RegisterChanges): Text[] {
  const by = (progress: string): number => reported.filter((each) => each.progress === progress).length;
  return [
    ...line('changes.added', added),
    ...line('changes.amended', amended),
    ...line(
      'changes.reported',
      reported.map((each) => each.finding_no),
      { done: by('done'), partly: by('partly'), not_done: by('not_done') },
    ),
    ...line(
      'changes.checked',
      checked.map((each) => each.finding_no),
    ),
    ...line('changes.rectified', rectified),
  ];
}

function openTexts({ to_amend, unit_words }: RegisterChanges): Text[] {
  const columns = [...new Set(to_amend.flatMap((each) => each.columns))].join(',');
  return [
    ...line(
      'changes.to_amend',
      to_amend.map((each) => each.finding_no),
      { columns },
    ),
    ...line(
      'changes.unit_words',
      unit_words.map(withWords),
      {
        news: unit_words.filter((each) => each.news).length,
      },
      ALL_NAMED,
    ),
  ];
}

/** What an earlier program misread, and the commands that put it right. */
function leftTexts({ left_as_recorded: left }: RegisterChanges): Text[] {
  if (left.length === 0) return [];
  const items = left.map(({ report, ...each }): TextValue => `${withWords(each)} ${report}`);
  const ids = left.map((each) => each.report).join(' ');
  const pairs = left.flatMap(({ cadres, rounds, report }) =>
    cadres.flatMap((cadre_no) => rounds.map((round) => ({ cadre_no, round, report }))),
  );
  const corrections = [...Map.groupBy(pairs, (each) => `${each.cadre_no} ${each.round}`).values()].map(
    ([first]): Text => ({
      key: 'changes.left_correct',
      values: { cadre_no: first?.cadre_no ?? '', round: first?.round ?? 0 },
    }),
  );
  return [
    ...line('changes.left', items, {}, ALL_NAMED),
    { key: 'changes.left_reverse', values: { ids } },
    ...corrections.slice(0, ALL_NAMED),
  ];
}

function withWords({ finding_no, words }: { readonly finding_no: string; readonly words: string }): string {
  const letters = [...maskPersonalNumbers(words).replaceAll(/\s+/gu, ' ')];
  const short = letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : letters.join('');
  return `${finding_no}“${short}”`;
}

function line(
  key: string,
  items: readonly TextValue[],
  values: Readonly<Record<string, TextValue>> = {},
  named = NAMED,
): Text[] {
  if (items.length === 0) return [];
  const more = items.length > named;
  const list = items.slice(0, named);
  return [{ key: more ? `${key}_more` : key, values: { ...values, count: items.length, list } }];
}
