// In how many journal entries carried rows are written, so that what depends on the order of recording stays as it was.
import type { CarriedRow } from './carry-over-rows.ts';

/** The columns of the day on which an event happened, where the order of recording decides between two tables. */
const DAY_OF: Readonly<Record<string, string>> = {
  extensions: 'granted_on',
  reassignments: 'on',
  progress: 'on',
};

/**
 * Splits rows into layers, one a journal entry of the new ledger: what was recorded up to the closing of the last round,
 * and what came after ("recorded after it was closed", contract, section 3, "Windows"). Where two events of different
 * tables on one day of a finding or task were recorded one after the other ("the later recorded"), a layer ends between.
 * @param closedAt the old journal entry that closed the last round; undefined when none was closed
 */
export function layersOf(rows: readonly CarriedRow[], closedAt: number | undefined): CarriedRow[][] {
  const starts = startsOf(rows, closedAt ?? Number.MAX_SAFE_INTEGER);
  const layers: CarriedRow[][] = [[], ...starts.map(() => [])];
  for (const row of rows) {
    const layer = starts.findLastIndex((start) => start <= row.row.seq) + 1;
    layers[layer]?.push(row);
  }
  return layers.filter((layer) => layer.length > 0);
}

/** The old journal entries with which a new layer begins, rising. */
function startsOf(rows: readonly CarriedRow[], closedAt: number): number[] {
  const starts: number[] = [];
  let seen = new Map<string, CarriedRow>();
  let closing = false;
  const begin = (seq: number): void => {
    if (starts.at(-1) !== seq) starts.push(seq);
    seen = new Map();
  };
  const bySeq = [...rows].sort((left, right) => left.row.seq - right.row.seq);
  for (const each of bySeq) {
    const { seq } = each.row;
    if (!closing && seq > closedAt) {
      closing = true;
      begin(seq);
    }
    const key = keyOf(each);
    if (key === undefined) continue;
    const before = seen.get(key);
    if (before !== undefined && before.table !== each.table && before.row.seq < seq) begin(seq);
    seen.set(key, each);
  }
  return starts;
}

function keyOf({ table, row }: CarriedRow): string | undefined {
  // A correction settles the rulings recorded before it.
  if (table === 'appeal_rulings' || table === 'corrections') return 'appeals';
  const day = DAY_OF[table];
  return day === undefined ? undefined : `${row.finding_id ?? ''} ${row.task_id ?? ''} ${row[day]}`;
}
