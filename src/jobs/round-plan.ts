// Plans a round from the ledger and reckons the digest that a printed notice can be held against.
import { createHash } from 'node:crypto';
import type { CadreNo } from '../domain/cadre.ts';
import { GENESIS, sha256 } from '../ledger/journal.ts';
import { fromStanding } from '../ledger/standings.ts';
import { standingColumns } from '../ledger/tables.ts';
import type { View } from '../ledger/view.ts';
import { planRound, type ReasonSeen, type RoundPlan } from '../scoring/plan-round.ts';
import { type FindingsOf, type Frame, roundInput } from './round-frame.ts';

const FLUSH_AT = 64 * 1024;

/** A plan with its frame and digest. */
export interface PlannedRound {
  readonly frame: Frame;
  readonly plan: RoundPlan;
  /** 完整性校验值: 64 hex digits over header, policy, standings, reasons and journal head (contract, section 5). */
  readonly digest: string;
  /** The last journal entry whose facts it rests on. */
  readonly factsSeq: number;
}

/**
 * Plans a round on the facts of the view.
 * @param reasonsOf whose reasons the lines keep; the digest takes in everybody's whatever is kept
 * @param findingsOf see `roundInput`
 */
export function planOf(
  view: View,
  frame: Frame,
  reasonsOf: (cadreNo: CadreNo) => boolean,
  findingsOf?: FindingsOf,
): PlannedRound {
  const reasons = new ReasonsDigest();
  const plan = planRound(roundInput(view, frame, findingsOf), {
    reasonsOf,
    onReason: (seen) => reasons.add(seen),
  });
  const head = headAt(view);
  const header = ['yanquan round', plan.number, plan.cutoff, plan.engine];
  const standings = plan.lines
    .filter((line) => line.shown)
    .map((line) => {
      const row = fromStanding(line.standing, 0);
      return JSON.stringify(standingColumns.slice(1).map((column) => row[column]));
    });
  const digest = sha256(
    [JSON.stringify(header), frame.policy.sha256, ...standings, reasons.digest(), head.hash, ''].join('\n'),
  );
  return { frame, plan, digest, factsSeq: head.seq };
}

/** The last journal entry by the view's position. */
function headAt(view: View): { readonly seq: number; readonly hash: string } {
  const row = view.db.get<{ seq: number; hash: string }>(
    'SELECT seq, hash FROM journal WHERE seq <= ? ORDER BY seq DESC LIMIT 1',
    view.position,
  );
  return row ?? { seq: 0, hash: GENESIS };
}

/** A running hash over the reasons in the order in which they arise. */
class ReasonsDigest {
  readonly #hash = createHash('sha256');
  #waiting = '';

  add(seen: ReasonSeen): void {
    this.#waiting += `${canonical(seen)}\n`;
    if (this.#waiting.length < FLUSH_AT) return;
    this.#hash.update(this.#waiting, 'utf8');
    this.#waiting = '';
  }

  digest(): string {
    return this.#hash.update(this.#waiting, 'utf8').digest('hex');
  }
}

/** A word or a day in JSON: nothing in it is to be escaped. */
const word = (text: string | null): string => (text === null ? 'null' : `"${text}"`);

const NO_POINTS = { severity: 0, source: 0, recurrence: 0, returned: 0, overdue: 0, total: 0 };

/** A reason as one line of JSON: the fields in a fixed order, whatever the order they were made in. */
function canonical(seen: ReasonSeen): string {
  switch (seen.about) {
    case 'finding': {
      const { cadreNo, findingNo, role, outcome, why, deadline, weeksOverdue, points } = seen.reason;
      const { severity, source, recurrence, returned, overdue, total } = points ?? NO_POINTS;
      const parts = points && `[${severity},${source},${recurrence},${returned},${overdue}],${total}`;
      // As JSON.stringify writes it, without making an array of every reason of a million findings.
      return (
        `["f",${JSON.stringify(findingNo)},${JSON.stringify(cadreNo)},${word(role)},"${outcome}","${why}",` +
        `${word(deadline)},${weeksOverdue},${parts ?? 'null,null'}]`
      );
    }
    case 'rectified': {
      const { cadreNo, findingNo, checkedOn, completedOn, deadline, inTime } = seen.reason;
      return JSON.stringify(['r', findingNo, cadreNo, checkedOn, completedOn, deadline, inTime]);
    }
    case 'task': {
      const { cadreNo, taskNo, role, why, done, planned } = seen.reason;
      return JSON.stringify(['t', taskNo, cadreNo, role, why, done, planned]);
    }
    case 'absence': {
      const { cadreNo, site, on, session } = seen.reason;
      return JSON.stringify(['a', site, on, session, cadreNo]);
    }
  }
}
