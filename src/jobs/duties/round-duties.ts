// Decisions that the open round still needs, orders not received, and lines of closed rounds to be corrected.

import type { Duty } from '../../domain/duty.ts';
import { decisionsOf } from '../../ledger/rounds/decisions.ts';
import { openRound } from '../../ledger/rounds/rounds.ts';
import { timeZoneOf } from '../../ledger/settings.ts';
import { listOrders } from '../../ledger/work/dispatches.ts';
import { entryInstant } from '../../ledger/writing/journal-entries.ts';
import { todayIn } from '../days.ts';
import { correctionsDue } from '../round/corrections-due.ts';
import { tally } from '../round/tally.ts';
import type { DutiesAsked } from './asked.ts';

/** The decisions without which the open round cannot be closed: due on its cutoff. */
export function* decisionDuties({ db, view }: DutiesAsked): Generator<Duty> {
  const open = openRound(db);
  if (open === undefined) return;
  const { plan } = tally(db);
  const decided = decisionsOf(view, open.id);
  for (const { standing } of plan.lines) {
    const { cadre, measure } = standing;
    if (measure === 'none' || !plan.policy.requireDecision.includes(measure)) continue;
    if (decided.get(cadre.cadreNo)?.measure != null) continue;
    yield {
      kind: 'decide',
      subject: String(open.round_no),
      description: measure,
      by: '',
      cadre: { cadreNo: cadre.cadreNo, name: cadre.name },
      since: open.cutoff,
      due: open.cutoff,
      command: ['decide', cadre.cadreNo, '--confirm', '--by', 'WHO', '--reason', 'TEXT'],
    };
  }
}

/** The orders that a station has not received: due on the day they were sent. */
export function* receiptDuties({ view, on }: DutiesAsked): Generator<Duty> {
  for (const { row, receipt } of listOrders(view)) {
    if (row.sent_on > on || (receipt !== null && receipt.received_on <= on)) continue;
    yield {
      kind: 'receive',
      subject: row.order_no,
      description: row.station,
      cadre: null,
      by: row.station,
      since: row.sent_on,
      due: row.sent_on,
      command: ['dispatch', 'receive', row.order_no, '--on', 'DAY', '--by', 'WHO'],
    };
  }
}

/** The lines of closed rounds that would be lighter without what was reversed: due on the day of the reversal. */
export function* correctionDuties({ db, on }: DutiesAsked): Generator<Duty> {
  const { due } = correctionsDue(db);
  if (due.length === 0) return;
  const zone = timeZoneOf(db);
  for (const { round, cadreNo, name, with: ids, since: seq } of due) {
    const since = todayIn(zone, new Date(entryInstant(db, seq)));
    if (since > on) continue;
    yield {
      kind: 'correct',
      subject: String(round),
      description: '',
      cadre: { cadreNo, name },
      by: '',
      since,
      due: since,
      command: [
        ...['correct', cadreNo, '--round', String(round)],
        ...(ids.length === 0 ? [] : ['--with', ids.join(',')]),
        ...['--by', 'WHO', '--reason', 'TEXT'],
      ],
    };
  }
}
