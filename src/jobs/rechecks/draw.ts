// Draws a share of the findings that were rectified in a span, to be looked at again: reproducible by anybody.
import type { Day } from '../../domain/days/day.ts';
import { stateAt } from '../../domain/findings/history.ts';
import {
  type Drawable,
  type DrawGrouping,
  type DrawnGroup,
  drawSample,
  NO_DIGEST,
} from '../../domain/findings/recheck.ts';
import { refusal } from '../../domain/problem.ts';
import { Persons } from '../../ledger/cadres/persons.ts';
import { View } from '../../ledger/facts/view.ts';
import type { Ledger } from '../../ledger/file/open.ts';
import { findingsChosen, LAST_DAY } from '../../ledger/findings/findings.ts';
import { addDraw, drawnFindings } from '../../ledger/findings/rechecks.ts';
import { rectifiedWithin } from '../../ledger/findings/selections.ts';
import { closedRounds } from '../../ledger/rounds/rounds.ts';
import { type Committed, commit, sha256 } from '../../ledger/writing/journal.ts';
import { type Acting, entryOf } from '../acting.ts';
import { refuseUnread } from '../lookups/refuse-persons.ts';
import { Stations } from '../lookups/stations.ts';
import { recordUnlessReversed } from '../record/coming-back.ts';

/** The population of a draw. */
export interface DrawSpan {
  readonly from: Day;
  readonly to: Day;
  /** In hundredths of a percent. */
  readonly share: number;
  readonly groupBy: DrawGrouping;
}

export interface DrawRequest extends DrawSpan {
  readonly by: string;
}

/** A draw that was recorded. */
export interface Drawn {
  readonly what: 'added';
  readonly facts: readonly string[];
  readonly draw: number;
  /** The round whose digest made the tickets; null when none was closed. */
  readonly round: number | null;
  readonly digest: string;
  readonly groups: readonly {
    readonly group: string;
    readonly findings: number;
    readonly drawnBefore: number;
    readonly drawn: readonly string[];
  }[];
}

/**
 * Draws from what the journal holds, and records the draw. Every call is a new draw.
 * @throws Failure `refused`: nothing was rectified in the span, or all of it was drawn before
 */
export function draw(ledger: Ledger, acting: Acting, request: DrawRequest): Committed<Drawn> {
  return commit<Drawn>(ledger, entryOf(acting, 'recheck draw', request), (db) => {
    const view = new View(db, db.seq - 1);
    const persons = new Persons(new View(db));
    refuseUnread(persons, request.by);
    const { round, digest, groups } = planDraw(view, request);
    const { from, to, share, groupBy, by } = request;
    const drawn = groups.flatMap((each) => each.drawn);
    if (drawn.length === 0)
      throw refusal(groups.length === 0 ? 'draw_nothing' : 'draw_all_drawn', { from, to });
    const given = { share, grouping: groupBy, by };
    const row = { from_on: from, to_on: to, ...given, digest };
    let id = 0;
    const fact = recordUnlessReversed(
      db,
      acting.again,
      { table: 'recheck_draws', number: `${from} ${to}`, given },
      () => {
        const members = drawn.map(({ id: finding_id, group, ticket }) => ({ finding_id, group, ticket }));
        id = addDraw(db, persons, row, members);
        return id;
      },
    );
    const value: Drawn = {
      what: 'added',
      facts: [fact],
      draw: id,
      round,
      digest,
      groups: groups.map((each) => ({
        group: each.group,
        findings: each.size,
        drawnBefore: each.drawnBefore,
        drawn: each.drawn.map(({ findingNo }) => findingNo),
      })),
    };
    const did = { facts: [fact], from, to, share, group_by: groupBy, round, digest, drawn: drawn.length };
    return { value, did };
  });
}

/** The result of a draw. */
export interface DrawPlan {
  readonly round: number | null;
  readonly digest: string;
  readonly groups: readonly DrawnGroup[];
}

/**
 * The result of a draw at a position of the journal (contract, section 3, "Re-checks"): a finding's ticket is the
 * SHA-256 of the digest of the round last closed by then, a line feed, and its number. A finding without a station lies
 * where its lead does on the last day of the span.
 */
export function planDraw(view: View, { from, to, share, groupBy }: DrawSpan): DrawPlan {
  const closed = closedRounds(view.db).findLast(({ closedAt }) => closedAt <= view.position);
  const digest = closed?.digest ?? NO_DIGEST;
  const before = drawnFindings(view);
  const stations = new Stations(view, to);
  const all: Drawable[] = [];
  for (const { finding, row } of findingsChosen(view, rectifiedWithin(from, to))) {
    const { settled, responsible } = stateAt(finding, LAST_DAY);
    if (settled?.status !== 'rectified' || settled.on < from || settled.on > to) continue;
    const { findingNo, id } = finding;
    const group =
      groupBy === 'station' ? stations.of(row.station, responsible).station : (row[groupBy] ?? '');
    const ticket = sha256(`${digest}\n${findingNo}`);
    all.push({ id, findingNo, group, ticket, drawnBefore: before.has(id) });
  }
  return { round: closed?.number ?? null, digest, groups: drawSample(all, share) };
}
