// What was recorded about measures after their rounds were closed: talks, services, appeals with answers, follow-ups.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import type { AppealRuling, FollowUpResult, Receipt } from '../../domain/measure.ts';
import type { SqlValue } from '../database.ts';
import type { FactRow, View } from '../facts/view.ts';

interface OfRound extends FactRow {
  readonly cadre_id: number;
  readonly round_no: number;
}

export interface TalkRow extends OfRound {
  readonly talked_on: Day;
  readonly talker: string;
  readonly recorder: string | null;
  readonly note: string | null;
}

export interface ServiceRow extends OfRound {
  readonly served_on: Day;
  readonly served_by: string;
  readonly receipt: Receipt;
  readonly note: string | null;
}

export interface AppealRow extends OfRound {
  readonly raised_on: Day;
  readonly reason: string;
  readonly note: string | null;
}

export interface AnswerRow extends FactRow {
  readonly appeal_id: number;
  readonly ruled_on: Day;
  readonly ruling: AppealRuling;
  readonly ruled_by: string;
  readonly note: string | null;
}

export interface FollowUpRow extends OfRound {
  readonly on: Day;
  readonly by: string;
  readonly result: FollowUpResult;
  readonly note: string | null;
}

interface RowOf {
  readonly talks: TalkRow;
  readonly services: ServiceRow;
  readonly appeals: AppealRow;
  readonly followups: FollowUpRow;
}

/** The tables whose facts belong to a cadre's line in a round. */
export type LineTable = keyof RowOf;

/** The live facts of a table about a cadre, in one round or in all, in the order of recording. */
export function factsOfLine<T extends LineTable>(
  view: View,
  table: T,
  cadreId: number,
  round?: number,
): RowOf[T][] {
  const values: SqlValue[] = round === undefined ? [cadreId] : [cadreId, round];
  const where = round === undefined ? '' : ' AND round_no = ?';
  return view.db
    .all<RowOf[T]>(`SELECT * FROM ${table} WHERE cadre_id = ?${where} ORDER BY id`, ...values)
    .filter((row) => view.isLive(table, row));
}

/** The live answer to an appeal, or undefined. */
export function answerOf(view: View, appealId: number): AnswerRow | undefined {
  return view.db
    .all<AnswerRow>('SELECT * FROM appeal_rulings WHERE appeal_id = ? ORDER BY id', appealId)
    .find((row) => view.isLive('appeal_rulings', row));
}

/** A receipt that was recorded with a talk, or later. */
export interface ReceiptRow extends FactRow {
  readonly talk_id: number;
  readonly receipt: Receipt;
}

/** The live receipt of a talk, or undefined. */
export function receiptRow(view: View, talkId: number): ReceiptRow | undefined {
  return view.db
    .all<ReceiptRow>('SELECT * FROM talk_receipts WHERE talk_id = ? ORDER BY id', talkId)
    .find((row) => view.isLive('talk_receipts', row));
}

/** What the receipt of a talk says, or undefined. */
export function receiptOf(view: View, talkId: number): Receipt | undefined {
  return receiptRow(view, talkId)?.receipt;
}

/** A service of a measure: of its own, or a talk with a receipt. */
export interface Served {
  /** The fact that says so: of a talk its receipt. */
  readonly table: 'services' | 'talk_receipts';
  readonly id: number;
  readonly seq: number;
  readonly on: Day;
  readonly by: string;
  readonly receipt: Receipt;
}

/** The live services of a cadre's line, the earliest day first. */
export function servicesOf(view: View, cadreId: number, round: number): Served[] {
  const own = factsOfLine(view, 'services', cadreId, round).map(
    ({ id, seq, served_on, served_by, receipt }): Served => ({
      table: 'services',
      id,
      seq,
      on: served_on,
      by: served_by,
      receipt,
    }),
  );
  const talked = factsOfLine(view, 'talks', cadreId, round).flatMap(({ id, talked_on, talker }): Served[] => {
    const row = receiptRow(view, id);
    if (row === undefined) return [];
    const { id: receiptId, seq, receipt } = row;
    return [{ table: 'talk_receipts', id: receiptId, seq, on: talked_on, by: talker, receipt }];
  });
  return [...own, ...talked].sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0));
}

/** What was recorded about measures, by the row id of the cadre. */
export interface MeasureFacts {
  readonly talks: readonly TalkRow[];
  readonly services: readonly (Served & { readonly round: number })[];
  readonly appeals: readonly (AppealRow & {
    readonly answer: AnswerRow | undefined;
    readonly heldSince?: Day;
  })[];
  readonly followUps: readonly FollowUpRow[];
}

/** All live facts about the measures of one cadre, each kind in the order of recording. */
export function measureFactsOf(view: View, cadreId: number): MeasureFacts {
  const talks = factsOfLine(view, 'talks', cadreId);
  const rounds = new Set([
    ...talks.map((row) => row.round_no),
    ...factsOfLine(view, 'services', cadreId).map((row) => row.round_no),
  ]);
  return {
    talks,
    services: [...rounds].flatMap((round) =>
      servicesOf(view, cadreId, round).map((served) => ({ ...served, round })),
    ),
    appeals: factsOfLine(view, 'appeals', cadreId).map((row) => ({
      ...row,
      answer: answerOf(view, row.id),
      ...view.heldSince('appeals', row),
    })),
    followUps: factsOfLine(view, 'followups', cadreId),
  };
}

/** The cadres whom a table's live facts about a round concern: with whom a talk was held, who handed in a statement. */
export function cadresIn(view: View, table: 'talks' | 'statements', round: number): ReadonlySet<CadreNo> {
  const rows = view.db.all<OfRound>(`SELECT * FROM ${table} WHERE round_no = ?`, round);
  return new Set(rows.filter((row) => view.isLive(table, row)).map((row) => view.cadreNo(row.cadre_id)));
}

/** The live statements of a cadre on a round, waivers too. */
export function statementsOf(view: View, round: number, cadreId: number): FactRow[] {
  return view.db
    .all<FactRow>('SELECT * FROM statements WHERE round_no = ? AND cadre_id = ?', round, cadreId)
    .filter((row) => view.isLive('statements', row));
}
