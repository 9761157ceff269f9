// `import auto`: what it is asked, and what it answers: a line a file, what was left out, what changed.
import { extname } from 'node:path';
import { Failure, problem } from '../../domain/problem.ts';
import { loadWords } from '../../i18n/words.ts';
import { type AutoRequest, type AutoResult, importAuto } from '../../jobs/import/auto/auto.ts';
import { refuseTarget } from '../../output/write.ts';
import { changesTexts } from '../../report/lists/changes.ts';
import type { Text } from '../../report/report.ts';
import { exitCodes, OK } from '../exit.ts';
import type { Input } from '../options/input.ts';
import type { Session } from '../session.ts';
import { answer } from './answer.ts';
import { sayWarnings } from './changes-said.ts';
import { problemsIn, reversedJson, sayOmittedRows, sayWords, writeRejects } from './imported.ts';
import { DASH } from './outputs.ts';
import { problemObjects } from './problem-objects.ts';
import { Progress } from './progress.ts';

const AUTO: ReadonlySet<string> = new Set(['auto', '自动', '自动识别']);
/** Options that fit a file of one kind. */
const OF_ONE_KIND = ['amend', 'mapping', 'sheet', 'headerLine', 'sheetAs', 'delimiter'] as const;
/** The maximum number of skipped files named in a line. */
const NAMED = 5;
/** Columns that only the program's own lists have; those that files have too are left out of it by the job. */
const OWN_COLUMNS = [
  ...['cutoff', 'counted', 'pending', 'step', 'movement', 'in_by', 'rounds_in', 'was_in', 'now_in'],
  ...['late_pending', 'proposed_measure', 'deadline', 'days_left', 'settled_with', 'days_late', 'seq'],
  ...[
    'digest',
    'since_round',
    'behind_by',
    'still_needed',
    'absent_who',
    'leave_who',
    'present_who',
    'items_open',
    'draw',
    'did',
  ],
  ...['measure_after', 'actor', 'status'],
];

/** Whether a word in the place of a kind asks for the kinds to be found. */
export function isAuto(word: string): boolean {
  return AUTO.has(word.toLowerCase());
}

/** Imports files of all kinds. Returns the exit code. @throws Failure */
export async function runAuto(session: Session, input: Input): Promise<number> {
  const request = await autoRequest(session, input, input.argumentList(1));
  const rejects = input.text('rejects');
  if (rejects !== undefined && rejects !== DASH) await refuseTarget(rejects);
  const progress = new Progress(session.context, session.words, input.flag('quiet') === true);
  try {
    const came = await session.writing((ledger, acting) =>
      importAuto(ledger, acting, { ...request, onRow: progress.onRow }),
    );
    progress.end();
    if (came.outcome !== 'already') await giveAutoRejects(session, rejects, came.value);
    const written = came.outcome === 'written';
    return await answer(session, came, {
      tell: (result, dry) => tellAuto(session, input, result, { dry, written, skipBad: request.skipBad }),
      object: (result) => autoObject(result, written),
      code: (result) => autoCode(result, request.skipBad),
    });
  } finally {
    progress.end();
  }
}

/** What the job is asked. @throws Failure `usage` for an option that fits a file of one kind only */
export async function autoRequest(
  session: Session,
  input: Input,
  paths: readonly string[],
): Promise<AutoRequest> {
  const given = OF_ONE_KIND.filter((name) => input.text(name) !== undefined);
  if (given.length > 0) {
    const options = given.map(
      (name) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    );
    throw new Failure('usage', [problem('usage_not_with_auto', { options })]);
  }
  const writesRejects = input.flag('skipBad') === true || input.flag('dryRun') === true;
  if (input.text('rejects') !== undefined && !writesRejects)
    throw new Failure('usage', [problem('usage_rejects_without_skip')]);
  return {
    paths,
    open: { encoding: input.text('encoding'), stdin: session.context.stdin },
    read: { year: input.whole('year'), matchNames: input.flag('matchNames') === true },
    skipBad: input.flag('skipBad') === true,
    registerDay: input.day('on') ?? null,
    paperHeadings: await paperHeadings(),
  };
}

async function paperHeadings(): Promise<readonly string[]> {
  const languages = [await loadWords('zh'), await loadWords('en')];
  const words = OWN_COLUMNS.flatMap((key) => languages.map((each) => each.term(`column.${key}`)));
  const ofNotices = ['findings', 'waiting'].map((key) => `notice.column.${key}`);
  // "id" is in many foreign files, its Chinese word in none.
  const id = languages[0]?.term('column.id') ?? '';
  return [
    ...OWN_COLUMNS,
    ...words,
    id,
    ...ofNotices.flatMap((key) => languages.map((each) => each.term(key))),
  ];
}

/** The exit code: bad rows are refused, or skipped. */
export function autoCode({ rejected }: AutoResult, skipBad: boolean): number {
  if (rejected === 0) return OK;
  return skipBad ? exitCodes.found : exitCodes.refused;
}

interface Told {
  readonly dry: boolean;
  readonly written: boolean;
  readonly skipBad: boolean;
}

/** Reports the result of each file, what was left out and what changed. */
export function tellAuto(
  session: Session,
  input: Input,
  result: AutoResult,
  { dry, written, skipBad }: Told,
): void {
  const { imports, skipped, changes, late, rejected } = result;
  const isRefused = rejected > 0 && !skipBad;
  for (const each of imports) {
    sayWarnings(session, input, each);
    session.tellProblems(problemsIn(each));
    const { count, on } = each.undatedWords;
    if (count > 0 && !isRefused) session.tell({ key: 'said.words_dated', values: { count, on } });
  }
  for (const each of imports) session.tell(fileText(each, written && !dry));
  for (const text of skippedTexts(skipped, input.flag('verbose') === true)) session.tell(text);
  if (imports.length === 0) session.tell({ key: 'said.auto_none' });
  if (late > 0) session.tell({ key: 'said.late_rows', values: { count: late } });
  sayOmittedRows(
    session,
    imports.flatMap(({ leftOut }) => leftOut),
  );
  const { added, unchanged, amended } = result;
  if (isRefused) session.tell({ key: 'said.import_refused', values: { rejected } });
  else if (dry) session.tell({ key: 'said.auto_dry', values: { added, unchanged, amended, rejected } });
  else if (!written && imports.length > 0) session.tell({ key: 'said.auto_unchanged' });
  if (imports.some((each) => each.changes !== null))
    for (const text of changesTexts(changes, !isRefused && !dry)) session.tell(text);
  sayWords(session, { rejects: imports.flatMap(({ rejects }) => rejects) });
}

function fileText(
  { file, sheets, kind, batches, ...counts }: AutoResult['imports'][number],
  written: boolean,
): Text {
  const { added, unchanged, amended, rejected } = counts;
  const name = sheets.length === 0 ? file : `${file}[${sheets.join(', ')}]`;
  const values = { file: name, kind: { term: `kind.${kind}` }, added, unchanged, amended, rejected };
  const batch = written ? batches.map(({ id }) => id).join(', ') : '';
  return batch === ''
    ? { key: 'said.auto_file', values }
    : { key: 'said.auto_file_batch', values: { ...values, batch } };
}

/** What was left out, by the reason. @param all whether every file is named */
function skippedTexts(skipped: AutoResult['skipped'], all: boolean): Text[] {
  const groups = Map.groupBy(skipped, ({ why }) => why);
  return [...groups].map(([why, files]): Text => {
    const names = files.map(({ file }) => file);
    const list = all || names.length <= NAMED ? names : [...names.slice(0, NAMED), '…'];
    return { key: `skipped.${why}`, values: { count: names.length, list, first: names[0] ?? '' } };
  });
}

/** All of it as machine output. */
export async function autoObject(result: AutoResult, written: boolean): Promise<object> {
  const { added, unchanged, amended, rejected, imports, skipped, changes, late } = result;
  const files = await Promise.all(imports.map((each) => fileObject(each, written)));
  return { added, unchanged, amended, rejected, imports: files, skipped, changes, late };
}

async function fileObject(
  { file, sheets, kind, batches, leftOut, told: warnings, asBefore, ...each }: AutoResult['imports'][number],
  written: boolean,
): Promise<object> {
  const { added, unchanged, amended, rejected } = each;
  return {
    file,
    sheets,
    kind,
    added,
    unchanged,
    amended,
    rejected,
    batches: written ? batches : [],
    told: await problemObjects([...warnings, ...asBefore]),
    reversed_before: reversedJson(leftOut),
    problems: await problemObjects(problemsIn(each)),
  };
}

/** Writes the bad rows: those of several kinds into a file each, since their columns differ. */
export async function giveAutoRejects(
  session: Session,
  file: string | undefined,
  { imports, rejected }: AutoResult,
): Promise<void> {
  if (file === undefined || rejected === 0) return;
  const bad = imports.filter((each) => each.rejected > 0);
  const kinds = Map.groupBy(bad, ({ kind }) => kind);
  for (const [kind, each] of file === DASH ? [[undefined, bad] as const] : kinds) {
    const ending = extname(file);
    const target =
      kind === undefined || kinds.size === 1
        ? file
        : `${file.slice(0, file.length - ending.length)}.${kind}${ending}`;
    const rejects = each.flatMap((one) => one.rejects);
    await writeRejects(session, target, { rejects });
    const count = each.reduce((sum, one) => sum + one.rejected, 0);
    if (file !== DASH) session.tell({ key: 'said.rejects_written', values: { file: target, count } });
  }
}
