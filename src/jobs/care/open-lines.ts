// The lines of closed rounds before the last one on which something open rests: they go on into a new ledger.
import type { CarriedLineValues } from '../../ledger/carry-over/carried-row.ts';
import type { View } from '../../ledger/facts/view.ts';
import { LAST_DAY } from '../../ledger/findings/findings.ts';
import { type MeasureFacts, measureFactsOf } from '../../ledger/measures/facts.ts';
import { lineAbout } from '../../ledger/measures/line.ts';
import { type MeasuredLine, measuredRounds } from '../../ledger/measures/lines.ts';
import { policyInForce } from '../../ledger/rounds/policies.ts';
import { type ClosedRound, correctionsOf } from '../../ledger/rounds/rounds.ts';
import { influenceOf, type MeasureRound, type Run, runsOf, talkOf } from '../../scoring/measures/runs.ts';
import { serviceOf } from '../../scoring/measures/served.ts';

/**
 * The lines before the last closed round that belong to a run with something open: it reaches into that round, its talk or
 * the service of a line is owed (also by who has left: they may return), an appeal has no answer, one that was upheld no
 * correction, or its measure is in force after the last cutoff. By cadre and round.
 */
export function openLines(view: View, closed: ClosedRound): CarriedLineValues[] {
  const { rounds, lines } = measuredRounds(view, LAST_DAY);
  const { talkWithin, serveWithin } = policyInForce(view.db).policy.duties;
  const open: CarriedLineValues[] = [];
  for (const [cadreId, ofCadre] of lines) {
    const asked = { view, rounds, talkWithin, serveWithin, facts: measureFactsOf(view, cadreId), closed };
    const known = new Map(ofCadre.map((line) => [line.round, line]));
    const runs = runsOf(rounds, ofCadre);
    for (const [place, run] of runs.entries()) {
      // With the run that was raised to the next one: from its measure the next one steps.
      const next = runs[place + 1];
      const leads = next !== undefined && follows(rounds, run, next) && isOpen(asked, next, known);
      if (!leads && !isOpen(asked, run, known)) continue;
      for (const { round } of run.lines) {
        const line = known.get(round);
        if (line !== undefined && round < closed.number) open.push(carriedLine(view, rounds, line));
      }
    }
  }
  return open.sort((left, right) => left.cadre_id - right.cadre_id || left.round_no - right.round_no);
}

function follows(rounds: readonly MeasureRound[], run: Run, next: Run): boolean {
  const place = rounds.findIndex((each) => each.round === next.lines[0].round);
  return rounds[place - 1]?.round === run.lines.at(-1)?.round;
}

interface Asked {
  readonly view: View;
  readonly rounds: readonly MeasureRound[];
  readonly talkWithin: number;
  readonly serveWithin: number;
  readonly facts: MeasureFacts;
  readonly closed: ClosedRound;
}

function isOpen(asked: Asked, run: Run, known: ReadonlyMap<number, MeasuredLine>): boolean {
  const { rounds, talkWithin, serveWithin, facts, closed } = asked;
  const influence = influenceOf(run);
  if (!run.ended || (influence !== null && influence.last > closed.cutoff)) return true;
  const talks = facts.talks.map((row) => ({ round: row.round_no, on: row.talked_on }));
  const talk = talkOf(run, { on: LAST_DAY, rounds, talkWithin, talks, onRoster: true });
  if (talk.state === 'due' || talk.state === 'late') return true;
  return run.lines.some((line) => {
    const services = facts.services.filter((each) => each.round === line.round).map((each) => each.on);
    const { state } = serviceOf(line, { on: LAST_DAY, rounds, serveWithin, services, onRoster: true });
    return state === 'due' || state === 'late' || hasOpenAppeal(asked, known.get(line.round));
  });
}

function hasOpenAppeal({ view, facts }: Asked, line: MeasuredLine | undefined): boolean {
  if (line === undefined) return false;
  const corrected = correctionsOf(view, line.round).get(line.cadreNo)?.seq ?? 0;
  return facts.appeals
    .filter((each) => each.round_no === line.round)
    .some(({ answer }) => answer === undefined || (answer.ruling === 'upheld' && answer.seq > corrected));
}

/**
 * A line with what the policy of its round said. Its limits are those of its round, or of the last one before it that had
 * any: what is owed since limits came is asked of the first round that has them, and most rounds stay behind.
 */
function carriedLine(view: View, rounds: readonly MeasureRound[], line: MeasuredLine): CarriedLineValues {
  const { cadreId, round, cutoff, measure, months, corrected } = line;
  const upTo = rounds.filter((each) => each.round <= round);
  const about = lineAbout(view, cadreId, round);
  return {
    cadre_id: cadreId,
    round_no: round,
    cutoff,
    measure,
    months,
    talk_within: upTo.findLast((each) => each.talkWithin > 0)?.talkWithin ?? 0,
    serve_within: upTo.findLast((each) => each.serveWithin > 0)?.serveWithin ?? 0,
    corrected: corrected ? 1 : 0,
    approved_by: about?.approvedBy ?? '',
    decided_by: about?.decidedBy ?? '',
  };
}
