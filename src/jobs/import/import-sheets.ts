// The sheets of one workbook as one batch: which of its rows came from which sheet.
import type { RecordKind } from '../../domain/records/records.ts';
import { addSheets, type SheetStart } from '../../ledger/facts/batches.ts';
import type { WriteDb } from '../../ledger/writing/journal.ts';
import type { StagedTable } from './staged-table.ts';

/** The tables of an import by what is undone as one: a text, or all the sheets that were read of a workbook. */
export function byWorkbook<K extends RecordKind>(
  tables: readonly StagedTable<K>[],
): (readonly [StagedTable<K>, ...StagedTable<K>[]])[] {
  const groups: [StagedTable<K>, ...StagedTable<K>[]][] = [];
  for (const table of tables) {
    const group = groups.at(-1);
    const { file, sheet } = table.place;
    const isNext =
      sheet !== undefined &&
      group?.[0].place.file === file &&
      group.every((each) => each.place.sheet !== sheet);
    if (group !== undefined && isNext) group.push(table);
    else groups.push([table]);
  }
  return groups;
}

/** Sees with which row of each ledger table the sheets of a workbook begin. */
export class SheetStarts {
  readonly #starts: SheetStart[] = [];
  #sheet = '';
  #first = new Map<string, number>();

  /** The sheet whose rows come next. */
  begin(sheet: string): void {
    this.#end();
    this.#sheet = sheet;
  }

  /** A row that was written for the sheet: a fact's id, or the place of a row that added nothing. */
  note(table: string, row: number): void {
    this.#first.set(table, Math.min(this.#first.get(table) ?? row, row));
  }

  noteFact(id: string): void {
    const at = id.lastIndexOf('-');
    this.note(id.slice(0, at), Number(id.slice(at + 1)));
  }

  #end(): void {
    for (const [table, first_row] of this.#first) this.#starts.push({ table, first_row, sheet: this.#sheet });
    this.#first = new Map();
  }

  /** Keeps the starts with the batch. */
  keep(db: WriteDb, batch: number): void {
    this.#end();
    addSheets(db, batch, this.#starts);
  }
}
