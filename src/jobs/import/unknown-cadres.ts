// A bad row is reported completely: unknown cadres that it names are listed with what else is wrong with it.
import type { RecordKind } from '../../domain/records/records.ts';
import type { Recording } from '../record/recording.ts';
import type { StagedTable } from './staged-table.ts';

/** Adds to the rejected rows of a table the problems of cadres whose numbers the roster does not have. Looks each up once. */
export function addUnknownCadres(
  recording: Recording,
  { rejected, headings }: StagedTable<RecordKind>,
): void {
  for (const [at, { cadres = [], ...row }] of rejected.entries()) {
    const draft = { record: undefined, origin: { batch_id: null, line: null }, place: row.place, headings };
    const unknown = cadres.flatMap(([column, cadreNo]) => {
      const found = recording.cadreId(draft, column, cadreNo);
      return typeof found === 'number' ? [] : [found];
    });
    rejected[at] = { ...row, problems: [...row.problems, ...unknown] };
  }
}
