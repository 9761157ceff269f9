// Verifies draws: each is made again from what the journal held before it, and must take the same findings.
import type { Fault } from '../../domain/verification.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { type DrawRow, membersOf, ownDraws } from '../../ledger/findings/rechecks.ts';
import { fault } from '../../ledger/verify/verify-file.ts';
import { planDraw } from '../rechecks/draw.ts';

/** Says of each draw that takes other findings when it is made again. */
export function verifyDraws(db: ReadDb, tell: (found: Fault) => void): void {
  for (const row of ownDraws(db)) {
    if (!isSame(db, row)) tell(fault('draws', 'verify_draw', { draw: row.id }, { entry: row.seq }));
  }
}

function isSame(db: ReadDb, { id, seq, from_on, to_on, share, grouping, digest }: DrawRow): boolean {
  const view = new View(db, seq - 1);
  const again = planDraw(view, { from: from_on, to: to_on, share, groupBy: grouping });
  const members = again.groups.flatMap((each) => each.drawn);
  const kept = membersOf(view, id);
  return (
    again.digest === digest &&
    members.length === kept.length &&
    kept.every(({ finding_id, group, ticket }, at) => {
      const one = members[at];
      return one?.id === finding_id && one.group === group && one.ticket === ticket;
    })
  );
}
