// Compares rows of dispatch orders with orders that were reversed and with items that were struck from a sheet.

import type { DispatchRecord } from '../../../domain/records/record-types.ts';
import { lookOf } from '../../../domain/texts/look.ts';
import { numbersOnSheet } from '../../../ledger/work/dispatches.ts';
import type { Held } from '../coming-back.ts';
import { calculatedDay } from '../deadline-offset.ts';
import { type Draft, type Outcome, sameValues } from '../draft.ts';
import type { Recording } from '../recording.ts';

type OrderDraft = Draft<DispatchRecord>;

/** Compares the rows of an order whose number no live one has with those that were reversed. */
export function holdOrder(
  recording: Recording,
  number: string,
  drafts: readonly OrderDraft[],
): Held | undefined {
  const [first] = drafts;
  if (first === undefined) return undefined;
  return recording.back?.hold(first, {
    table: 'dispatch_orders',
    number,
    equals: ({ row }) => {
      const sheet = numbersOnSheet(recording.db, row.id);
      return drafts.every((draft) => {
        const { station, sent_on, issued_by, due_on: due } = draft.record;
        const due_on =
          typeof due === 'string' ? due : calculatedDay(recording, draft, 'due_on', sent_on, due);
        if (typeof due_on !== 'string') return false;
        return sameValues(row, { station, sent_on, issued_by, due_on }) && sheet.has(itemOf(draft));
      });
    },
  });
}

/**
 * What becomes of a row whose finding or task was struck from a live sheet, because it was reversed; undefined else.
 */
export function onStruckItem(recording: Recording, draft: OrderDraft, orderId: number): Outcome | undefined {
  const { back, db } = recording;
  if (back === null || !numbersOnSheet(db, orderId).has(itemOf(draft))) return undefined;
  const { finding_no, task_no } = draft.record;
  const [table, number] = finding_no
    ? (['findings', finding_no] as const)
    : (['tasks', task_no ?? ''] as const);
  // Asked for again, it needs an order of its own: a sheet that was sent is not changed.
  if (!back.isHeldBack(table, number)) return undefined;
  const [reversed] = back.about(table, number);
  return reversed && back.leaveOut(number, reversed);
}

function itemOf({ record: { finding_no, task_no } }: OrderDraft): string {
  return finding_no ? `finding ${lookOf(finding_no)}` : `task ${lookOf(task_no ?? '')}`;
}
