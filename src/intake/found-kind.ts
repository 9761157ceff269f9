// Which kind of record a table holds, found by its headings: sure of one kind, not sure, or a paper of this program's own.
import { Failure } from '../domain/problem.ts';
import { recordColumns } from '../domain/records/record-columns.ts';
import { type RecordKind, recordKinds } from '../domain/records/records.ts';
import { findHeader, HEADER_SEARCH } from './header.ts';
import { comparableHeading, headingsOf, isKnownHeading } from './headings.ts';
import { layOut } from './layout.ts';
import type { RawRow, Table } from './table.ts';

/** A kind that a table may be of, with the required fields that no heading fills. */
export interface KindCandidate {
  readonly kind: RecordKind;
  /** How many of its headings point to the kind. */
  readonly known: number;
  readonly missing: readonly string[];
  /** Whether the headings can be laid over the kind as they are. */
  readonly fits: boolean;
}

/** What the headings of a table say. */
export interface FoundKind {
  readonly sheet: string | undefined;
  /** `blank`: a form of the kind on which nothing was filled in yet; `paper`: what this program itself prints. */
  readonly is: 'sure' | 'blank' | 'paper' | 'unsure';
  /** The kind that is sure, or the best candidate. */
  readonly kind: RecordKind | undefined;
  /** The best candidates, best first. */
  readonly candidates: readonly KindCandidate[];
}

/** Headings that say nothing of the kind (CLERK.md): each is in files of several. */
const AMBIGUOUS: ReadonlySet<string> = new Set(
  '单位 编号 时间 日期 完成时间 责任人 负责人 备注 说明 原因 状态'.split(' '),
);
/** Forms that are printed with the columns to be filled in, by the column whose filling makes a row of them. */
const FILLED_IN: Partial<Readonly<Record<RecordKind, string>>> = {
  checks: 'result',
  rechecks: 'recheck_result',
};
/** The number of marks that make a table a paper of this program, whatever else it holds. */
const MARKS_OF_PAPER = 2;
/** Fields in which a unit says how far a finding is. */
const REGISTER = ['progress', 'reported_on', 'unit_words'];
const MOST_CANDIDATES = 3;
/** The heading of a paper is in the first rows, below titles. */
const TITLE_ROWS = 5;

/**
 * Finds the kind of a table. It is sure where one kind alone has the most headings that point to it, and all that it
 * requires; a table that a register (`ledger`) would take just as well is of the narrower kind.
 * @param marks headings that only this program's own lists have
 */
export function findKind(table: Table, marks: ReadonlySet<string>): FoundKind {
  const rows = table.rows()[Symbol.iterator]();
  const first: RawRow[] = [];
  while (first.length < HEADER_SEARCH) {
    const next = rows.next();
    if (next.done === true) break;
    first.push(next.value);
  }
  try {
    const candidates = withoutFalseRegister(recordKinds.map((kind) => candidateOf(kind, table, first)))
      .filter((each) => each.known > 0)
      .sort((left, right) => right.known - left.known || rank(left) - rank(right));
    const [best, next] = candidates;
    const heads = [best?.names ?? [], ...first.slice(0, TITLE_ROWS).map(({ cells }) => cells)];
    const found = { sheet: table.sheet, candidates: candidates.slice(0, MOST_CANDIDATES) };
    if (heads.some((names) => isPaper(names, marks))) return { ...found, is: 'paper', kind: undefined };
    if (best === undefined) return { ...found, is: 'unsure', kind: undefined };
    const { kind, fits } = best;
    const isAlone = next === undefined || next.known < best.known || next.kind === 'ledger';
    const third = candidates[2];
    const isTied = third !== undefined && next?.kind === 'ledger' && third.known === best.known;
    if (!fits || !isAlone || isTied) return { ...found, is: 'unsure', kind };
    return { ...found, is: isBlank(kind, best, first, rows) ? 'blank' : 'sure', kind };
  } finally {
    rows.return?.();
  }
}

interface Laid extends KindCandidate {
  readonly filled: ReadonlySet<string>;
  readonly names: readonly string[];
  /** Where the rows below the header begin. */
  readonly below: number;
}

/** Of equals those that fit come first, and the register last: it takes whatever names a finding. */
function rank({ fits, kind }: KindCandidate): number {
  return (fits ? 0 : 1) + (kind === 'ledger' ? 2 : 0);
}

/**
 * A register says how far findings are, or what they are together with what was found at the check. A list of another kind
 * that says where its findings lie has more headings of a register than of its own, and is none.
 */
function withoutFalseRegister(candidates: readonly Laid[]): readonly Laid[] {
  const isRegister = ({ filled }: Laid): boolean =>
    REGISTER.some((key) => filled.has(key)) ||
    (filled.has('description') && (filled.has('result') || filled.has('checked_on')));
  const most = Math.max(0, ...candidates.filter(({ kind }) => kind !== 'ledger').map(({ known }) => known));
  return candidates.map((each) =>
    each.kind !== 'ledger' || isRegister(each) ? each : { ...each, known: Math.min(each.known, most) },
  );
}

function candidateOf(kind: RecordKind, table: Table, first: readonly RawRow[]): Laid {
  const meanings = headingsOf(kind);
  const isKnown = (heading: string): boolean => meanings.has(comparableHeading(heading));
  const header = table.keyed
    ? { index: 0, height: 1, names: first[0]?.cells ?? [] }
    : findHeader(first, isKnown);
  const names = header?.names ?? [];
  const pointing = names.map(comparableHeading).filter((each) => meanings.has(each) && !AMBIGUOUS.has(each));
  const filled = new Set<string>();
  for (const name of names) {
    const meaning = meanings.get(comparableHeading(name));
    if (meaning !== undefined && 'key' in meaning) filled.add(meaning.key);
  }
  const required = recordColumns[kind].filter((spec) => spec.required === true).map((spec) => spec.key);
  return {
    kind,
    known: new Set(pointing).size,
    missing: required.filter((key) => !filled.has(key)),
    fits: canBeLaid(kind, names, table.file),
    filled,
    names,
    below: (header?.index ?? 0) + (header?.height ?? 0),
  };
}

function canBeLaid(kind: RecordKind, names: readonly string[], file: string): boolean {
  try {
    layOut(kind, names, { file }, undefined);
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

/** Two headings that only this program prints, or one among nothing but known ones. */
function isPaper(names: readonly string[], marks: ReadonlySet<string>): boolean {
  const headings = names.map(comparableHeading).filter((each) => each !== '');
  const found = headings.filter((each) => marks.has(each));
  if (found.length >= MARKS_OF_PAPER) return true;
  return found.length > 0 && headings.every((each) => marks.has(each) || isKnownHeading(each));
}

/** Whether nothing was filled in on a form. Reads on until something is. */
function isBlank(
  kind: RecordKind,
  { names, below }: Laid,
  first: readonly RawRow[],
  rest: Iterator<RawRow>,
): boolean {
  const field = FILLED_IN[kind];
  const meanings = headingsOf(kind);
  const at = names.findIndex((name) => {
    const meaning = meanings.get(comparableHeading(name));
    return meaning !== undefined && 'key' in meaning && meaning.key === field;
  });
  if (field === undefined || at === -1) return false;
  const isFilled = ({ cells }: RawRow): boolean => (cells[at] ?? '').trim() !== '';
  const body = first.slice(below);
  if (body.length === 0 || body.some(isFilled)) return false;
  for (let next = rest.next(); next.done !== true; next = rest.next()) if (isFilled(next.value)) return false;
  return true;
}
