// export: the records of a kind, in the columns that import takes; all of them, or those that filters let through.
import { statuses } from '../../domain/findings/finding.ts';
import { Failure, problem } from '../../domain/problem.ts';
import type { RecordKind } from '../../domain/records/records.ts';
import { loadWords } from '../../i18n/words.ts';
import type { ReadDb } from '../../jobs/care/ledger-access.ts';
import { exportRecords } from '../../jobs/find/export.ts';
import { type ExportFilter, filtersOf, passing } from '../../jobs/find/export-filter.ts';
import { registerRows, registerSize } from '../../jobs/find/register.ts';
import { LONGEST_BUILT } from '../../output/settings.ts';
import { recordsReport } from '../../report/lists/lists.ts';
import { registerSheets } from '../../report/register-sheets.ts';
import type { CommandSpec } from '../command-spec.ts';
import { cadreIfGiven } from '../options/cadres-given.ts';
import { findingFilter } from '../options/finding-filter.ts';
import type { Input } from '../options/input.ts';
import { kindNamed } from '../options/kinds.ts';
import { languageOf } from '../options/language.ts';
import type { Session } from '../session.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'export',
    arguments: '<kind>',
    traits: ['list'],
    options: [
      { flags: '--status <status>', choices: statuses, terms: 'status' },
      { flags: '--outstanding' },
      { flags: '--overdue [day]' },
      { flags: '--due-by <day>' },
      { flags: '--without-deadline' },
      { flags: '--cadre <no>' },
      ...['source', 'area', 'village', 'station', 'unit'].map((name) => ({ flags: `--${name} <name>` })),
      { flags: '--on <day>', help: 'as_of' },
    ],
    async run(session, input) {
      const kind = await kindNamed(input.argument(0), session.words);
      refuseOtherFilters(kind, input);
      if (kind === 'ledger' && session.format('csv') === 'xlsx') return exportRegister(session, input);
      return session.printReading((db) => {
        const passes = passing(db, kind, filterIn(session, input, db));
        return recordsReport(kind, exportRecords(db, kind, passes));
      }, 'csv');
    },
  },
];

/** The filters that are given, each by its option. */
const GIVEN = {
  status: 'status',
  outstanding: 'outstanding',
  overdue: 'overdue',
  dueBy: 'due-by',
  withoutDeadline: 'without-deadline',
  cadre: 'cadre',
  source: 'source',
  area: 'area',
  village: 'village',
  station: 'station',
  unit: 'unit',
  on: 'on',
} as const;

/** Refuses filters that a kind does not have. @throws Failure `usage` with those that it has */
function refuseOtherFilters(kind: RecordKind, input: Input): void {
  const has = filtersOf(kind);
  const given = (name: string): boolean => input.text(name) !== undefined || input.flag(name) === true;
  const known = Object.entries(GIVEN).filter(([name]) => has.some((each) => each === name));
  const other = Object.entries(GIVEN).find(([name]) => given(name) && !has.some((each) => each === name));
  if (other === undefined) return;
  const [first, ...rest] = known.map(([, flag]) => `--${flag}`);
  const values = { kind: { term: `kind.${kind}` }, option: `--${other[1]}` };
  throw new Failure('usage', [
    first === undefined
      ? problem('usage_no_filters', values)
      : problem('usage_other_filters', { ...values, known: [first, ...rest] }),
  ]);
}

function filterIn(session: Session, input: Input, db: ReadDb): ExportFilter {
  const cadreNo = cadreIfGiven(session, db, input.text('cadre'));
  return { ...findingFilter(input, cadreNo), unit: input.text('unit') ?? null };
}

/** The register in the office's own layout; one too long for that is written as a plain list. */
async function exportRegister(session: Session, input: Input): Promise<number> {
  const { renderSheets } = await import('../../output/xlsx/xlsx.ts');
  const { headers } = session;
  const words = headers === undefined ? session.words : await loadWords(languageOf(headers, {}));
  const settings = session.settings(words);
  return session.printReading((db) => {
    const passes = passing(db, 'ledger', filterIn(session, input, db));
    if (registerSize(db) > LONGEST_BUILT && passes === null)
      return recordsReport('ledger', exportRecords(db, 'ledger'));
    const rows = [...registerRows(db)].filter((row) => passes === null || passes(row));
    const sheets = registerSheets(
      rows.map((row, at) => ({ ...row, serial: at + 1 })),
      settings.words,
    );
    return (async function* () {
      yield await renderSheets(sheets, settings);
    })();
  }, 'xlsx');
}
