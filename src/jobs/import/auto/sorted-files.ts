// Files with the kinds found in them, in the order in which records depend on each other; a file not sure is refused.
import { Failure, type Problem, problem } from '../../../domain/problem.ts';
import type { RecordKind } from '../../../domain/records/records.ts';
import { allBytes } from '../../../intake/csv/bytes.ts';
import { type FoundKind, findKind } from '../../../intake/found-kind.ts';
import { comparableHeading, isKnownHeading } from '../../../intake/headings.ts';
import { type OpenOptions, openSource, type Source } from '../../../intake/source.ts';
import { type FoundFile, findFiles, type SkippedFile } from './found-files.ts';

/** A file, or some sheets of a workbook, of one kind. */
export interface SortedFile {
  readonly file: string;
  readonly kind: RecordKind;
  /** Sheets of the kind where a workbook has others too. */
  readonly sheets: readonly string[] | undefined;
}

export interface SortedFiles {
  readonly files: readonly SortedFile[];
  readonly skipped: readonly SkippedFile[];
  /** How files are opened: standard input has been read by then. */
  readonly open: OpenOptions;
}

/**
 * What an event rests on comes before it: the roster, tasks and findings; then orders and reassignments, which set deadlines
 * and responsible cadres; then what is said of a finding; then what comes after a closing.
 */
const ORDER: readonly RecordKind[] = [
  ...(['cadres', 'tasks', 'findings', 'ledger', 'dispatches', 'reassignments', 'extensions'] as const),
  ...(['objections', 'reports', 'checks', 'progress', 'attendance', 'statements', 'talks'] as const),
  ...(['services', 'appeals', 'followups', 'rechecks'] as const),
];
/** Fewer headings that point to a kind are chance. */
const FEWEST_KNOWN = 2;

/**
 * Opens every file and finds the kinds of its tables.
 * @param paperHeadings headings of this program's own lists, in any language; those that files have too say nothing
 * @throws Failure all files that cannot be read, and all whose kind is not sure
 */
export async function sortFiles(
  paths: readonly string[],
  open: OpenOptions,
  paperHeadings: readonly string[],
): Promise<SortedFiles> {
  const marks = new Set(paperHeadings.map(comparableHeading).filter((each) => !isKnownHeading(each)));
  const { files, skipped: left } = findFiles(paths);
  const opening: OpenOptions = files.some(({ file }) => file === '-')
    ? { ...open, stdin: allBytes('-', open.stdin) }
    : open;
  const problems: Problem[] = [];
  const sorted: SortedFile[] = [];
  const skipped: SkippedFile[] = [...left];
  for (const each of files) {
    try {
      const came = kindsIn(each, await openSource(each.file, opening), marks);
      sorted.push(...came.filter((one) => 'kind' in one));
      skipped.push(...came.filter((one) => 'why' in one));
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'refused') throw error;
      if (isNoTable(error) && !each.named) skipped.push({ file: each.file, why: 'not_a_table' });
      else problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new Failure('refused', problems);
  const place = ({ kind }: SortedFile): number => ORDER.indexOf(kind);
  return { files: sorted.sort((left, right) => place(left) - place(right)), skipped, open: opening };
}

/** A Word file without tables, or a page saved under an office ending: nothing that an office would send in as a list. */
function isNoTable({ problems }: Failure): boolean {
  return problems.every(({ code }) => code === 'word_without_table' || code === 'file_not_a_table');
}

/** @throws Failure where the kind of a table is not sure */
function kindsIn(
  { file, named }: FoundFile,
  source: Source,
  marks: ReadonlySet<string>,
): (SortedFile | SkippedFile)[] {
  const found = asOneRegister(source.tables.map((table) => findKind(table, marks)));
  const papers = found.filter(({ is }) => is === 'paper');
  const isProse = source.format === 'docx' || /\.(?:txt|docx|docm)$/i.test(file);
  const unsure = found.filter((each) => each.is === 'unsure');
  const records = found.filter(({ is }) => is === 'sure' || is === 'blank');
  if (unsure.length > 0 && isProse && !named) return [{ file, why: 'not_a_table' }];
  if (papers.length > 0 && records.length === 0) {
    const isDecided = papers.some(({ candidates }) =>
      candidates.some(({ kind, fits }) => kind === 'decisions' && fits),
    );
    return [{ file, why: isDecided ? 'decisions' : 'own_paper' }];
  }
  // A sheet of something else next to sheets of records is left out; alone it is a file whose kind is not sure.
  const asked = unsure.filter(
    ({ candidates: [best] }) => records.length === 0 || (best?.known ?? 0) >= FEWEST_KNOWN,
  );
  if (asked.length > 0)
    throw new Failure(
      'refused',
      asked.map((each) => notSure(file, each)),
    );
  const kinds = [...Map.groupBy(records, ({ kind }) => kind)];
  return kinds.flatMap(([kind, tables]): (SortedFile | SkippedFile)[] => {
    if (kind === undefined) return [];
    if (kind === 'decisions') return [{ file, why: 'decisions' }];
    const filled = tables.filter(({ is }) => is === 'sure');
    if (filled.length === 0) return [{ file, why: 'blank_form' }];
    const sheets = filled.flatMap(({ sheet }) => sheet ?? []);
    return [{ file, kind, sheets: source.tables.length > 1 ? sheets : undefined }];
  });
}

/** Lists of one register are on sheets of their own: next to a sheet that is one, a sheet that could be one is. */
function asOneRegister(found: readonly FoundKind[]): readonly FoundKind[] {
  if (!found.some(({ is, kind }) => is === 'sure' && kind === 'ledger')) return found;
  return found.map((each) => {
    const [best] = each.candidates;
    const ledger = each.candidates.find(({ kind, fits }) => kind === 'ledger' && fits);
    const isList = each.is === 'unsure' && ledger !== undefined && ledger.known === best?.known;
    return isList ? { ...each, is: 'sure', kind: 'ledger' } : each;
  });
}

function notSure(file: string, { sheet, candidates }: FoundKind): Problem {
  const place = sheet === undefined ? { file } : { file, sheet };
  const [best] = candidates;
  if (best === undefined || best.known < FEWEST_KNOWN) return problem('kind_not_found', { file }, place);
  const kinds = candidates
    .filter(({ known }) => known >= FEWEST_KNOWN)
    .map(({ kind }) => ({ term: `kind.${kind}` }));
  const values = { kinds, kind: best.kind, file };
  if (best.missing.length === 0) return problem('kind_not_sure', values, place);
  const missing = best.missing.map((key) => ({ term: `column.${key}` }));
  return problem('kind_not_sure_missing', { ...values, best: { term: `kind.${best.kind}` }, missing }, place);
}
