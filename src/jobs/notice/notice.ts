// The content of a round's notice: of the open round as a draft, or of a closed one from its frozen lines as corrected.

import { addDays, daysBetween } from '../../domain/days/day.ts';
import {
  authorityOf,
  goesOn,
  isNamed,
  type NoticeCorrection,
  type NoticeCounts,
  type NoticeFacts,
  type NoticeScope,
} from '../../domain/notice.ts';
import type { RoundDigests, Standing } from '../../domain/round.ts';
import type { RoundFigures } from '../../domain/round-figures.ts';
import { masker } from '../../domain/texts/mask.ts';
import { cadreDetails, listCadres } from '../../ledger/cadres/cadres.ts';
import { carryOverOf } from '../../ledger/carry-over/carry-overs.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { NOW, View } from '../../ledger/facts/view.ts';
import { LAST_DAY } from '../../ledger/findings/findings.ts';
import { SameTexts } from '../../ledger/findings/same-texts.ts';
import { correctionsUpTo } from '../../ledger/rounds/corrections.ts';
import { countsAtLead } from '../../ledger/rounds/round-figures.ts';
import {
  closedRounds,
  correctionsOf,
  digestsOf,
  eachCorrectedLine,
  frozenLines,
} from '../../ledger/rounds/rounds.ts';
import { toStanding } from '../../ledger/rounds/standings.ts';
import { setting } from '../../ledger/settings.ts';
import { lateFiguresOf } from '../../scoring/lateness.ts';
import { measuresOn } from '../measures/measures.ts';
import { lateFindings } from '../round/late-pending.ts';
import { closedFigures } from '../round/round-figures.ts';
import { currentFrame, type Frame, ownFrame } from '../round/round-frame.ts';
import { planOf } from '../round/round-plan.ts';
import { appealsShown } from './upheld-appeals.ts';

/** The days to the next deadline when no earlier round shows the rhythm: the round is weekly. */
const WEEK = 7;

/** What is known of a round besides its findings. */
interface NoticeRound {
  readonly frame: Frame;
  /** The names on the roster at the cutoff, as the facts have it on which the round rests. */
  readonly names: readonly string[];
  readonly figures: RoundFigures;
  readonly lines: readonly Standing[];
  readonly digests: RoundDigests;
  readonly approvedBy: string;
  readonly meeting: string;
  /** The journal entry that closed it; what was corrected by then is included. */
  readonly closedAt: number;
}

/**
 * Gathers the content of the notice of a round (CLERK.md, "The notice of a round").
 * @param number a closed round; null for the open one, as a draft
 * @param scope `public` leaves out every name and text; `internal` masks the names of cadres in texts of findings
 * @param asOf the last journal entry whose corrections of a closed round are included
 * @throws Failure `refused`: no such round, or none is open
 */
export function noticeOf(
  db: ReadDb,
  number: number | null,
  scope: NoticeScope,
  asOf: number = NOW,
): NoticeFacts {
  const base = number === null ? draftOf(db) : closedOf(db, number, asOf);
  const { frame, names, figures } = base;
  const { cutoff, previous } = frame;
  const { policy } = frame.policy;
  const corrections = correctionsShown(db, base, asOf);
  const appeals = appealsShown(new View(db, asOf), frame.number, {
    after: previous?.closedAt ?? 0,
    until: base.closedAt,
  });
  const talked = talkedWith(new View(db, asOf), base);
  const mask = scope === 'leader' ? (text: string) => text : masker(names);
  const open = scope !== 'public';
  return {
    scope,
    draft: number === null,
    township: setting(db, 'township') ?? '',
    round: frame.number,
    roundOfYear: placeInYear(db, frame),
    cutoff,
    previousCutoff: previous?.cutoff ?? null,
    policy: { name: policy.name, version: policy.version, document: policy.document },
    meeting: mask(base.meeting),
    approvedBy: open ? base.approvedBy : '',
    digests: base.digests,
    totals: figures.totals,
    officeLate: lateFiguresOf(base.lines.flatMap((line) => lateFindings(db, number, line))),
    cadres: figures.cadres,
    withoutDeadline: figures.withoutDeadline,
    sinceLast: previous === undefined ? null : { added: figures.added, rectified: figures.rectifiedSince },
    bySource: figures.bySource,
    byArea: figures.byArea,
    byStation: figures.byStation,
    atLead: number === null || countsAtLead(db, number),
    problems: figures.problems.map((each) => ({ ...each, examples: open ? each.examples.map(mask) : [] })),
    counts: countsOf(base.lines, new Set(talked)),
    lines: open ? base.lines.filter(isNamed) : [],
    nextDeadline: addDays(cutoff, previous === undefined ? WEEK : daysBetween(previous.cutoff, cutoff)),
    talked: open ? talked : [],
    corrections: open ? corrections.map((each) => ({ ...each, reason: mask(each.reason) })) : [],
    corrected: corrections.length,
    appeals: open ? appeals : [],
    upheld: appeals.length,
    objectDays: policy.papers.objectDays,
  };
}

function draftOf(db: ReadDb): NoticeRound {
  const view = new View(db);
  const { frame, plan, digest, figures } = planOf(view, currentFrame(view), { figures: true });
  if (figures === null) throw new Error('a plan without the figures that were asked for');
  const lines = plan.lines.filter((line) => line.shown).map((line) => line.standing);
  const cadres = listCadres(view, frame.cutoff);
  const names = cadres.map((each) => each.name);
  const digests = { draft: digest, closing: null };
  return { frame, names, figures, lines, digests, approvedBy: '', meeting: '', closedAt: NOW };
}

function closedOf(db: ReadDb, number: number, asOf: number): NoticeRound {
  const now = new View(db, asOf);
  const frame = ownFrame(now, number);
  const { closed } = frame;
  // Frozen lines keep of a cadre what they show; post and authority are the roster's at the cutoff.
  const same = new SameTexts();
  const known = cadreDetails(new View(db, closed.factsSeq), frame.cutoff, same);
  const lines: Standing[] = [];
  for (const line of eachCorrectedLine(now, number, correctionsOf(now, number))) {
    lines.push(toStanding(line, known.get(line.cadre_no), same));
  }
  return {
    frame,
    names: [...known.values()].map((each) => each.name),
    figures: closedFigures(db, frame),
    lines,
    digests: digestsOf(closed),
    approvedBy: closed.approvedBy,
    meeting: closed.meeting,
    closedAt: closed.closedAt,
  };
}

/** Those with a talk that goes on from an earlier round and is recorded as held. */
function talkedWith(view: View, { frame, lines }: NoticeRound): string[] {
  const going = new Set(lines.filter(goesOn).map(({ cadre }) => cadre.cadreNo));
  if (going.size === 0) return [];
  // The line of a draft is in no closed round yet: it goes on from that of the round before.
  const last = frame.roundId !== null && frame.state === 'closed' ? frame.number : frame.previous?.number;
  return measuresOn(view, LAST_DAY)
    .filter(({ line, talk }) => line.round === last && talk.state === 'held' && going.has(line.cadreNo))
    .map(({ line }) => line.cadreNo);
}

function countsOf(lines: readonly Standing[], talked: ReadonlySet<string>): NoticeCounts {
  const nobody = () => ({ all: 0, county: 0, other: 0 });
  const measures = { self_criticism: nobody(), reminder_talk: nobody(), admonition_talk: nobody() };
  const moving = { enter: 0, stay: 0, exit: 0, outside: 0, departed: 0 };
  let [commended, followedUp, nowIn] = [0, 0, 0];
  for (const line of lines) {
    const { measure, movement } = line;
    if (measure !== 'none') {
      const authority = authorityOf(line.cadre.managedBy);
      measures[measure].all += 1;
      if (authority !== 'township') measures[measure][authority] += 1;
    }
    moving[movement] += 1;
    if (line.commended) commended += 1;
    if (movement === 'stay' && talked.has(line.cadre.cadreNo)) followedUp += 1;
    if (line.nowIn) nowIn += 1;
  }
  const { outside: _, ...moved } = moving;
  return { commended, measures, ...moved, followedUp, nowIn };
}

/** Its place among the rounds with a cutoff in the same year. */
function placeInYear(db: ReadDb, { number, cutoff }: Frame): number {
  const year = cutoff.slice(0, 4);
  const before = [...(carryOverOf(db)?.earlierRounds ?? []), ...closedRounds(db)];
  const earlier = before.filter((each) => each.number < number && each.cutoff.startsWith(year));
  return earlier.length + 1;
}

/** Corrections of earlier rounds made since the last one was closed, and those of this round's own lines. */
function correctionsShown(db: ReadDb, { frame, closedAt }: NoticeRound, asOf: number): NoticeCorrection[] {
  const now = new View(db, asOf);
  const rows = correctionsUpTo(now, frame.number).filter(
    (row) =>
      row.round_no === frame.number || (row.seq > (frame.previous?.closedAt ?? 0) && row.seq <= closedAt),
  );
  const latest = new Map(rows.map((row) => [`${row.round_no} ${row.cadre_no}`, row]));
  const frozen = new Map<number, Map<string, Standing>>();
  const beforeOf = (round: number, cadreNo: string): Standing | null => {
    const lines =
      frozen.get(round) ??
      new Map(frozenLines(db, round).map((line) => [line.cadre_no as string, toStanding(line)]));
    frozen.set(round, lines);
    return lines.get(cadreNo) ?? null;
  };
  return [...latest.values()].map((row) => ({
    round: row.round_no,
    before: beforeOf(row.round_no, row.cadre_no),
    after: toStanding(row),
    reason: row.reason,
  }));
}
