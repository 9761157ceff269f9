// Holds what a ledger has after the import of a made register against the truth, row by row.
import type { Truth } from './problems.ts';

/** A row of `export ledger --format json`. */
export type Exported = Readonly<Record<string, string | number>>;

export interface Verdict {
  readonly right: readonly string[];
  /** Good rows that were refused. */
  readonly refused: readonly string[];
  /** Rows that say nothing certain, and were refused as they must be. */
  readonly asked: readonly string[];
  /** What differs from the truth in silence. */
  readonly wrong: readonly string[];
}

/** @param isNamed whether the import named a number, or a line of its rows, as refused */
export function judge(
  truths: readonly Truth[],
  exported: readonly Exported[],
  isNamed: (number: string) => boolean,
): Verdict {
  const verdict = {
    right: [] as string[],
    refused: [] as string[],
    asked: [] as string[],
    wrong: [] as string[],
  };
  const rows = new Map(exported.map((row) => [String(row.finding_no), row]));
  for (const truth of truths) {
    const number = truth.finding_no;
    const row = rows.get(number);
    rows.delete(number);
    if (row === undefined) {
      const list = !isNamed(number)
        ? verdict.wrong
        : truth.refused === undefined
          ? verdict.refused
          : verdict.asked;
      list.push(number);
      continue;
    }
    const differences =
      truth.refused === undefined ? differencesOf(truth, row) : [`was not asked: ${truth.refused}`];
    if (differences.length === 0) verdict.right.push(number);
    else verdict.wrong.push(`${number}: ${differences.join('; ')}`);
  }
  verdict.wrong.push(...[...rows.keys()].map((number) => `${number}: is in no sheet that is read`));
  return verdict;
}

/** Columns that are compared; what a register does not have is empty. */
const COMPARED = [
  ...['source', 'clause', 'area', 'description', 'severity', 'found_on', 'due_on', 'cadre_no', 'leader_no'],
  ...[
    'resp_unit',
    'action',
    'standard',
    'remark',
    'progress',
    'reported_on',
    'result',
    'checked_on',
    'checked_by',
  ],
  'unit_words',
];

function differencesOf({ fields, note, check_note }: Truth, row: Exported): string[] {
  const differences = COMPARED.flatMap((key) => {
    const [wanted, found] = [fields[key] ?? '', row[key] ?? ''];
    return String(wanted) === String(found)
      ? []
      : [`${key} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`];
  });
  for (const [key, parts] of [
    ['note', note],
    ['check_note', check_note],
  ] as const) {
    const found = plain(String(row[key] ?? ''));
    const wanted = plain(parts.join('；'));
    if (found !== wanted)
      differences.push(`${key} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
  }
  return differences;
}

/** A note without the forms of its signs and the full stops at the end of its parts. */
function plain(note: string): string {
  return note.normalize('NFKC').replace(/[.。](?=;|$)/gu, '');
}
