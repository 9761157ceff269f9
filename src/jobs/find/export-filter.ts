// Which records of a kind an export takes: those of the findings or of the cadres that filters let through.
import type { RecordKind } from '../../domain/records/records.ts';
import type { ReadDb } from '../../ledger/database.ts';
import type { ExportedRecord } from '../../ledger/facts/exported-record.ts';
import { LAST_DAY } from '../../ledger/findings/findings.ts';
import { findCadres } from './find-cadres.ts';
import { type FindingFilter, findFindings } from './find-findings.ts';
import { findTasks } from './find-tasks.ts';

export interface ExportFilter extends FindingFilter {
  readonly unit: string | null;
}

const ofFindings = [
  ...['status', 'outstanding', 'overdue', 'dueBy', 'withoutDeadline', 'cadre'],
  ...['source', 'area', 'village', 'station', 'on'],
];
const ofCadres = ['cadre', 'unit', 'station'];

/** What the records of a kind are about, by the column that names it. */
const ABOUT: Readonly<Record<RecordKind, 'finding_no' | 'cadre_no' | 'task_no'>> = {
  ledger: 'finding_no',
  findings: 'finding_no',
  reports: 'finding_no',
  checks: 'finding_no',
  extensions: 'finding_no',
  objections: 'finding_no',
  reassignments: 'finding_no',
  dispatches: 'finding_no',
  rechecks: 'finding_no',
  cadres: 'cadre_no',
  decisions: 'cadre_no',
  talks: 'cadre_no',
  statements: 'cadre_no',
  services: 'cadre_no',
  appeals: 'cadre_no',
  followups: 'cadre_no',
  attendance: 'cadre_no',
  tasks: 'task_no',
  progress: 'task_no',
};

/** The filters that the records of a kind have. */
export function filtersOf(kind: RecordKind): readonly string[] {
  const about = ABOUT[kind];
  return about === 'finding_no' ? ofFindings : about === 'cadre_no' ? ofCadres : ['cadre'];
}

/**
 * Whether a record passes; null where nothing was asked, so that all do.
 * @throws Failure `refused` for a name or a number that nothing bears
 */
export function passing(
  db: ReadDb,
  kind: RecordKind,
  filter: ExportFilter,
): ((record: ExportedRecord) => boolean) | null {
  const asked = Object.values(filter).some((value) => value !== null && value !== false);
  if (!asked) return null;
  const about = ABOUT[kind];
  const numbers = new Set<string>(numbersOf(db, about, filter));
  return (record) => numbers.has(String(record[about] ?? ''));
}

function* numbersOf(db: ReadDb, about: (typeof ABOUT)[RecordKind], filter: ExportFilter): Generator<string> {
  const { station, unit, cadreNo } = filter;
  if (about === 'finding_no') for (const { findingNo } of findFindings(db, filter)) yield findingNo;
  if (about === 'cadre_no')
    for (const { cadre } of findCadres(db, null, { station, unit }))
      if ((cadreNo ?? cadre.cadreNo) === cadre.cadreNo) yield cadre.cadreNo;
  if (about === 'task_no')
    for (const { taskNo } of findTasks(db, { on: LAST_DAY, cadreNo, behind: false })) yield taskNo;
}
