// Which column fills which field of a kind: by heading, then what is unknown, asked about, doubled or missing.

import type { IntakeCode } from '../domain/codes/problem-codes.ts';
import { Failure, type Place, type Problem, type ProblemValue, problem } from '../domain/problem.ts';
import { type ColumnSpec, recordColumns } from '../domain/records/record-columns.ts';
import type { RecordKind } from '../domain/records/records.ts';
import { comparableHeading, headingsOf, nearestHeading } from './headings.ts';
import { kindRules } from './kinds/all-kinds.ts';
import { type FieldSource, fieldSources } from './mapping.ts';
import type { Mapping } from './mapping-file.ts';
import type { Field } from './values/field.ts';
import { addNarrative, narrativeColumn } from './values/narrative.ts';

/** How a header lies over the fields of a kind. */
export interface Layout {
  readonly fields: readonly Field[];
  readonly columns: ReadonlySet<string>;
  /** Indices of columns without a heading: a value there is a ragged row. */
  readonly unheaded: readonly number[];
  readonly warnings: readonly Problem[];
}

/** What a header is laid over a kind with, besides a mapping. */
export interface LayoutOptions {
  /** Whether 整改情况 is read as the word of the unit: all its cells are words. */
  readonly narrativeIsWord?: boolean;
  /** A field that the name of the sheet fills. */
  readonly sheetAs?: { readonly key: string; readonly sheet: string } | undefined;
}

/**
 * Lays a header over a kind. Throws all of `heading_twice`, `field_twice`, `heading_asked`, `columns_missing` (one
 * problem naming all) and, with a mapping, `mapping_column_unknown`. Unknown columns give a warning with the nearest
 * known heading.
 */
export function layOut(
  kind: RecordKind,
  names: readonly string[],
  place: Place,
  mapping: Mapping | undefined,
  more: LayoutOptions = {},
): Layout {
  const wrong: Problem[] = [];
  const warnings: Problem[] = [];
  const refuse = (code: IntakeCode, values: Readonly<Record<string, ProblemValue>>, column?: string) =>
    wrong.push(problem(code, values, column === undefined ? place : { ...place, column }));
  refuseDoubledHeadings(names, refuse);
  const mapped = mapping === undefined ? undefined : fieldSources(mapping, names, refuse);
  const found = new Map<string, Field>();
  for (const spec of recordColumns[kind]) {
    const source = mapped?.fields.get(spec.key);
    if (source !== undefined) found.set(spec.key, fieldFrom(spec, source));
  }
  const isMapped = mapping !== undefined;
  const narrative = more.narrativeIsWord === true ? -1 : narrativeColumn(kind, names, mapped?.used);
  const used = new Set([...(mapped?.used ?? []), narrative]);
  matchHeadings(kind, names, used, found, { refuse, warnings, place, isMapped });
  if (narrative !== -1)
    addNarrative(kind, found, { index: narrative, column: names[narrative]?.trim() ?? '' });
  if (more.sheetAs !== undefined) addSheetName(kind, found, more.sheetAs, refuse);
  const missing = recordColumns[kind].filter((spec) => spec.required === true && !found.has(spec.key));
  if (missing.length > 0) refuse('columns_missing', missingValues(kind, missing, names));
  if (
    missing.some((spec) => spec.key === 'finding_no') &&
    names.some((name) => comparableHeading(name) === SERIAL)
  ) {
    refuse('serial_without_prefix', { heading: SERIAL }, SERIAL);
  }
  if (wrong.length > 0) throw new Failure('refused', wrong);
  const fields = recordColumns[kind].flatMap((spec) => found.get(spec.key) ?? []);
  const unheaded = names.flatMap((name, index) => (name.trim() === '' ? [index] : []));
  return { fields, columns: new Set(fields.map((field) => field.spec.key)), unheaded, warnings };
}

/** The sheet's name fills a field that has no column; one that has is not overruled. */
function addSheetName(
  kind: RecordKind,
  found: Map<string, Field>,
  { key, sheet }: { readonly key: string; readonly sheet: string },
  refuse: RefuseHeading,
): void {
  const spec = recordColumns[kind].find((each) => each.key === key);
  const before = found.get(key);
  if (spec === undefined) return;
  if (before !== undefined) {
    const headings = [before.column, '--sheet-as'];
    refuse('field_twice', { field: { term: `column.${key}` }, headings }, before.column);
    return;
  }
  const text = () => sheet.trim();
  found.set(key, { spec, column: key, index: -1, named: false, indices: [], derive: text, shown: text });
}

function fieldFrom(spec: ColumnSpec, source: FieldSource): Field {
  const { column, indices, derive, shown } = source;
  return { spec, column, index: -1, named: false, indices, derive, shown };
}

type RefuseHeading = (
  code: IntakeCode,
  values: Readonly<Record<string, ProblemValue>>,
  column?: string,
) => void;

function refuseDoubledHeadings(names: readonly string[], refuse: RefuseHeading): void {
  const seen = new Set<string>();
  const listed = new Set<string>();
  for (const name of names) {
    const comparable = name.trim();
    if (comparable === '') continue;
    if (seen.has(comparable) && !listed.has(comparable)) {
      listed.add(comparable);
      refuse('heading_twice', { heading: comparable }, comparable);
    }
    seen.add(comparable);
  }
}

function matchHeadings(
  kind: RecordKind,
  names: readonly string[],
  used: ReadonlySet<number>,
  found: Map<string, Field>,
  say: { refuse: RefuseHeading; warnings: Problem[]; place: Place; isMapped: boolean },
): void {
  const known = headingsOf(kind);
  const fromMapping = new Set(found.keys());
  for (const [index, name] of names.entries()) {
    const column = name.trim();
    if (column === '' || used.has(index)) continue;
    const meaning = known.get(comparableHeading(column));
    if (meaning === undefined) {
      warnUnknown(kind, column, say.warnings, say.place);
      continue;
    }
    if ('asked' in meaning) {
      const asked = { heading: column, fields: columnTerms(meaning.asked) };
      if (say.isMapped) say.warnings.push(problem('column_left_out', asked, { ...say.place, column }));
      else say.refuse('heading_asked', asked, column);
      continue;
    }
    const { key, named } = meaning;
    const spec = recordColumns[kind].find((each) => each.key === key);
    if (spec === undefined) continue;
    if (fromMapping.has(key)) {
      const fields = columnTerms([key]);
      say.warnings.push(problem('column_left_out', { heading: column, fields }, { ...say.place, column }));
      continue;
    }
    const before = found.get(key);
    if (before !== undefined && before.named === named) {
      say.refuse(
        'field_twice',
        { field: { term: `column.${key}` }, headings: [before.column, column] },
        column,
      );
    } else if (before === undefined) found.set(key, { spec, column, index, named });
    else if (before.named) {
      found.set(key, {
        spec,
        column,
        index,
        named,
        nameColumn: { column: before.column, index: before.index },
      });
    } else found.set(key, { ...before, nameColumn: { column, index } });
  }
}

/** 序号 numbers the rows of a paper and restarts; without a prefix it names nothing (CLERK.md). */
const SERIAL = '序号';
/**
 * The reason in a file of rejected rows, in comparable form: once its rows are fixed, the file imports with this
 * column.
 */
const REASONS = new Set(['退回原因', 'rejectreason']);

/**
 * Maximum number of unknown columns for which a nearest heading is looked up; beyond it the file is of another sort.
 */
const MOST_LOOKED_UP = 100;

function warnUnknown(kind: RecordKind, column: string, warnings: Problem[], place: Place): void {
  const comparable = comparableHeading(column);
  const shown = kindRules[kind].shown?.split(' ') ?? [];
  if (comparable === SERIAL || REASONS.has(comparable) || shown.includes(comparable)) return;
  const near = warnings.length < MOST_LOOKED_UP ? nearestHeading(kind, column) : undefined;
  const at = { ...place, column };
  if (near === undefined) warnings.push(problem('column_unknown', { heading: column }, at));
  else warnings.push(problem('column_unknown_near', { heading: column, nearest: near }, at));
}

function missingValues(
  kind: RecordKind,
  missing: readonly ColumnSpec[],
  names: readonly string[],
): Readonly<Record<string, ProblemValue>> {
  return {
    kind: { term: `kind.${kind}` },
    missing: missing.map((spec) => spec.key),
    headings: columnTerms(missing.map((spec) => spec.key)),
    found: names
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .slice(0, 40),
  };
}

function columnTerms(keys: readonly string[]): ProblemValue {
  return keys.map((key) => ({ term: `column.${key}` }));
}
