// A ledger with texts of somebody's choosing in every column of text, of every kind of record, and wherever else it keeps text.
import { join } from 'node:path';
import { recordColumns } from '../../src/domain/records/record-columns.ts';
import { type RecordKind, recordKinds } from '../../src/domain/records/records.ts';
import { lookOf } from '../../src/domain/texts/look.ts';
import { put } from '../support/folder.ts';
import { runOk, type World } from '../support/run.ts';

type Row = Record<string, string>;

/** The day on which all of it is done. */
export const planted: World = { now: '2018-10-01T04:00:00Z' };

/** What is not text, by kind, for the text at a place: one record of each kind for every text. */
const fixed: Readonly<Record<RecordKind, (at: number, after: (places: number) => number) => Row>> = {
  cadres: (at) => ({ cadre_no: `C${at}`, rank: 'staff' }),
  findings: (at, after) => ({
    finding_no: `F${at}`,
    found_on: '2018-09-01',
    due_on: '2018-09-10',
    cadre_no: `C${at}`,
    assist_no: `C${after(1)}`,
  }),
  reports: (at) => ({ finding_no: `F${at}`, reported_on: '2018-09-05', progress: 'done' }),
  checks: (at) => ({
    finding_no: `F${at}`,
    result: 'partial',
    checked_on: '2018-09-06',
    approved_on: '2018-09-06',
  }),
  extensions: (at) => ({ finding_no: `F${at}`, new_due_on: '2018-09-11', granted_on: '2018-09-07' }),
  objections: (at) => ({
    finding_no: `F${at}`,
    cadre_no: `C${at}`,
    raised_on: '2018-09-08',
    ground: 'deadline',
    ruled_on: '2018-09-09',
    ruling: 'dismissed',
  }),
  reassignments: (at, after) => ({
    finding_no: `F${at}`,
    from_no: `C${after(1)}`,
    to_no: `C${after(2)}`,
    on: '2018-09-09',
  }),
  dispatches: (at) => ({
    order_no: `D${at}`,
    due_on: '2018-09-20',
    sent_on: '2018-09-09',
    finding_no: `F${at}`,
  }),
  tasks: (at) => ({
    task_no: `T${at}`,
    target: '100',
    start_on: '2018-09-01',
    due_on: '2018-09-30',
    cadre_no: `C${at}`,
  }),
  progress: (at) => ({ task_no: `T${at}`, on: '2018-09-10', done: '10', accepted: 'no' }),
  attendance: (at) => ({ on: '2018-09-10', session: 'morning', cadre_no: `C${at}`, present: 'absent' }),
  decisions: (at) => ({ cadre_no: `C${at}`, measure: 'reminder_talk' }),
  talks: (at) => ({ cadre_no: `C${at}`, round: '1', talked_on: '2018-09-20' }),
  services: (at) => ({ cadre_no: `C${at}`, round: '1', served_on: '2018-09-21', receipt: 'refused' }),
  appeals: (at) => ({
    cadre_no: `C${at}`,
    round: '1',
    raised_on: '2018-09-22',
    ruled_on: '2018-09-24',
    ruling: 'dismissed',
  }),
  followups: (at) => ({ cadre_no: `C${at}`, round: '1', on: '2018-09-30', result: 'improved' }),
  statements: (at) => ({ cadre_no: `C${at}`, round: '1', made_on: '2018-09-21', waived: 'no' }),
  rechecks: (at) => ({ finding_no: `L${at}`, rechecked_on: '2018-09-20', recheck_result: 'holds' }),
  ledger: (at) => ({
    finding_no: `L${at}`,
    found_on: '2018-09-01',
    due_on: '2018-09-10',
    cadre_no: `C${at}`,
    progress: 'done',
    reported_on: '2018-09-05',
    result: 'partial',
    checked_on: '2018-09-06',
  }),
};

const PERSON = /(?:^|_)by$|^talker$|^recorder$/;

/** A text that names somebody: one person, no number, and no one who judged the record in another column. */
const person = (text: string, key: string): string =>
  // Who decides on a cadre does not answer the appeal: no name is part of another.
  `${text.replaceAll(/[;；,，、/／+＋和\r\n\v\f\u0085\u2028\u2029]/gu, ' ')} ${key === 'by' ? 'decider' : key}某人`;
/** The letters of a text by which persons are distinguished. */
const bare = (text: string): string => lookOf(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Whoever signs is called like none of the cadres in the row: the first further on whose name shares nothing with theirs. */
function signing(row: Row, texts: readonly string[], at: number): string {
  const numbers = Object.values(row).flatMap((value) => String(value).match(/\bC\d+\b/g) ?? []);
  // The finding or task of a row is that of the cadre at the same place, and of the next ones.
  const owners = [0, 1, 2, 3].map((places) => texts[(at + places) % texts.length] ?? '');
  const named = numbers.map((number) => texts[Number(number.slice(1))] ?? '');
  const names = [...owners, ...named].map(bare).filter((name) => name !== '');
  // The text in brackets is a remark, and the name is what is left.
  const further = texts.map((_, place) => texts[(at + place + 1) % texts.length] ?? '');
  return (
    further.find(
      (text) =>
        !/[(（[［【〔]/u.test(text) &&
        names.every((name) => !bare(text).includes(name) && !name.includes(bare(text))),
    ) ?? '某'
  );
}

const NAMES: ReadonlySet<string> = new Set(['source', 'area', 'station']);

/** The rows of a kind: the text in every column of text, new columns too. */
function plantedRows(kind: RecordKind, texts: readonly string[]): Row[] {
  const looks = texts.map(lookOf);
  return texts.map((text, at) => {
    const after = (places: number): number => (at + places) % texts.length;
    const row = fixed[kind](at, after);
    const signs = signing(row, texts, at);
    for (const { key, type } of recordColumns[kind]) {
      // Two names that look alike are refused: the later one is distinguished by its place.
      const named = NAMES.has(key) && looks.indexOf(looks[at] ?? '') < at ? `${text} ${at}` : text;
      if (type === 'text') row[key] = PERSON.test(key) ? person(signs, key) : named;
    }
    return row;
  });
}

/** The texts that a kind's column holds when they were kept as given. */
export function plantedTexts(kind: RecordKind, key: string, texts: readonly string[]): string[] {
  return plantedRows(kind, texts).map((row) => row[key] ?? '');
}

/** Kinds that are about a round, or of what it left rectified; decisions while it is open. */
const AFTER_OPENING: readonly RecordKind[] = [
  ...(['decisions', 'talks', 'statements', 'services', 'appeals', 'followups', 'rechecks'] as const),
];

export interface Planted {
  readonly ledger: string;
  readonly folder: string;
  /** What the imports said on stderr. */
  readonly told: string;
}

/**
 * Fills a ledger through the command line: files of every kind, then a round that is decided, closed and corrected,
 * a notice that was issued, and a second round left open.
 * @param texts at least ten; each begins and ends with something to be seen
 */
export async function plant(folder: string, texts: readonly string[]): Promise<Planted> {
  const ledger = join(folder, 'yanquan.db');
  const at = (...args: readonly string[]) =>
    runOk([...args, '--ledger', ledger, '--actor', texts[0] ?? ''], planted);
  let told = '';
  const bring = async (kind: RecordKind): Promise<void> => {
    const lines = plantedRows(kind, texts).map((row) => JSON.stringify(row));
    told += (await at('import', kind, put(folder, `${kind}.jsonl`, `${lines.join('\n')}\n`))).stderr;
  };
  const [first = '', second = '', third = ''] = texts;
  await at('init', '--township', first);
  for (const kind of recordKinds) {
    if (!AFTER_OPENING.includes(kind)) await bring(kind);
  }
  await at('round', 'open', '--cutoff', '2018-09-12');
  await bring('decisions');
  await at('round', 'close', '--approved-by', 'W', '--meeting', second);
  const rectified = texts.map((_, place) => `L${place}`);
  await at('finding', 'check', ...rectified, '--result', 'rectified', '--on', '2018-09-13', '--by', 'W');
  const span = ['--from', '2018-09-01', '--to', '2018-09-30'];
  await at('recheck', 'draw', '--share', '100%', ...span, '--by', person(second, 'by'));
  for (const kind of AFTER_OPENING.slice(1)) await bring(kind);
  await at(
    ...['notice', 'issue', '--number', '1', '--date', '2018-09-13', '--to', third, '--sign', first],
    '-o',
    join(folder, 'issued.md'),
  );
  await at('finding', 'amend', 'F1', '--remark', second, '--reason', first);
  await at('task', 'cancel', 'T3', '--on', '2018-09-13', '--by', 'W', '--note', first);
  await at(
    'cadre',
    'move',
    'C2',
    '--on',
    '2018-09-13',
    '--unit',
    first,
    '--by',
    person(second, 'by'),
    '--note',
    third,
  );
  await at('cadre', 'leave', 'C4', '--on', '2018-09-14', '--by', person(second, 'by'), '--note', third);
  await at('dispatch', 'receive', 'D0', '--by', person(first, 'by'), '--on', '2018-09-10');
  await at(
    'finding',
    'object',
    'F5',
    '--cadre',
    'C5',
    '--ground',
    'facts',
    '--reason',
    first,
    '--on',
    '2018-09-15',
  );
  await at('round', 'open', '--cutoff', '2018-09-19');
  await at('decide', 'C6', '--measure', 'none', '--by', 'W', '--reason', first);
  return { ledger, folder, told };
}
