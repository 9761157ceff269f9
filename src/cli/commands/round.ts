// round: opened, cancelled, closed, replayed.

import type { Committed } from '../../jobs/committed.ts';
import { linesOfRound } from '../../jobs/find/circle.ts';
import { type Closed, closeRound } from '../../jobs/round/close-round.ts';
import { listOfRounds } from '../../jobs/round/list-rounds.ts';
import { type Replay, replay } from '../../jobs/round/replay.ts';
import { cancelRound, openARound } from '../../jobs/round/rounds.ts';
import { correctedNote, digestNotes, listOf, roundColumns } from '../../report/lists/lists.ts';
import { standingsReport, wholeRound } from '../../report/lists/standings.ts';
import type { Text } from '../../report/report.ts';
import { answer, answerDone } from '../answers/answer.ts';
import { sayOmitted } from '../answers/said.ts';
import type { CommandSpec } from '../command-spec.ts';
import { exitCodes, OK } from '../exit.ts';
import type { Session } from '../session.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'round open',
    traits: ['write'],
    options: [{ flags: '--cutoff <day>', required: true }],
    async run(session, input) {
      const cutoff = input.requiredDay('cutoff');
      const came = await session.writing((ledger, acting) => openARound(ledger, acting, cutoff));
      return answer(session, came, {
        tell: ({ what, round }) =>
          session.tell({
            key: what === 'unchanged' ? 'said.round_open_already' : 'said.round_opened',
            values: { round, cutoff },
          }),
      });
    },
  },
  {
    name: 'round list',
    traits: ['list'],
    async run(session) {
      return session.print(listOf('round list', roundColumns, await session.reading(listOfRounds)));
    },
  },
  {
    name: 'round show',
    arguments: '<round>',
    traits: ['list'],
    async run(session, input) {
      const number = input.wholeArgument(0, 'round');
      const { round, cutoff, draft, engine, standings, digests, corrected } = await session.reading((db) =>
        linesOfRound(db, { number, prefer: 'closed' }),
      );
      const notes = [...digestNotes(digests), ...engineNote(engine), ...correctedNote(corrected)];
      const decided = standings.some((each) => each.decidedBy !== '');
      const list = standingsReport({ name: 'round show', round, cutoff, draft, decided, notes }, standings);
      const whole = session.nameStyle !== 'names';
      return session.print(whole ? wholeRound(list, { digests, engine, corrected }) : list);
    },
  },
  {
    name: 'round replay',
    arguments: '<round>',
    traits: ['answer'],
    async run(session, input) {
      const number = input.wholeArgument(0, 'round');
      const result = await session.reading((db) => replay(db, number));
      if (result.same) {
        session.tell({
          key: 'said.replay_same',
          values: { round: number, lines: result.lines, digest: result.storedDigest },
        });
        return answerDone(session, replayed(number, result));
      }
      session.say(
        session.words.text({
          key: 'said.replay_differs',
          values: { round: number, stored: result.storedDigest, replayed: result.replayedDigest },
        }),
      );
      for (const each of result.differences) {
        session.say(
          session.words.text({
            key: 'said.replay_difference',
            values: {
              cadre_no: each.cadreNo,
              column: { term: `column.${each.column}` },
              stored: each.stored,
              replayed: each.replayed,
            },
          }),
        );
      }
      const given = await answerDone(session, replayed(number, result));
      return given === OK ? exitCodes.damaged : given;
    },
  },
  {
    name: 'round cancel',
    traits: ['write'],
    options: [{ flags: '--reason <text>' }],
    async run(session, input) {
      const reason = input.text('reason') ?? null;
      const came = await session.writing((ledger, acting) => cancelRound(ledger, acting, reason));
      return answer(session, came, {
        tell: ({ what, round, cutoff }) =>
          session.tell({
            key: what === 'unchanged' ? 'said.round_cancelled_already' : 'said.round_cancelled',
            values: { round, cutoff },
          }),
      });
    },
  },
  {
    name: 'round close',
    traits: ['write'],
    options: [
      { flags: '--approved-by <who>', required: true },
      { flags: '--meeting <text>' },
      { flags: '--expect <digest>' },
      { flags: '--cutoff <day>', help: 'close_cutoff' },
    ],
    async run(session, input) {
      const request = {
        cutoff: input.day('cutoff') ?? null,
        approvedBy: input.requiredText('approvedBy'),
        meeting: input.text('meeting') ?? null,
        expect: input.text('expect') ?? null,
      };
      return sayClosed(
        session,
        await session.writing((ledger, acting) => closeRound(ledger, acting, request)),
      );
    },
  },
];

/** A replay as machine output. */
function replayed(round: number, { same, lines, storedDigest, replayedDigest, differences }: Replay): object {
  return { round, same, lines, digest: storedDigest, replayed_digest: replayedDigest, differences };
}

/** Says of a round of an older scoring that it stays what it is. */
function engineNote(engine: number): Text[] {
  return engine === 1 ? [{ key: 'note.engine', values: { engine } }] : [];
}

/** The digest of the closing is the answer; what else should be known goes to stderr. */
function sayClosed(session: Session, came: Committed<Closed>): Promise<number> {
  return answer(session, came, {
    tell: (value) => describeClosed(session, value),
    lines: ({ digest }) => [digest],
  });
}

function describeClosed(session: Session, closed: Closed): void {
  const { what, round, cutoff, lines, inCircle: circle, commended, draftDigest, withoutStatement } = closed;
  for (const each of closed.changed) {
    session.tell({
      key: 'said.changed_since',
      values: {
        cadre_no: each.cadreNo,
        name: each.name,
        before: { term: `measure.${each.before.measure}` },
        now: { term: `measure.${each.now.measure}` },
        before_counted: each.before.counted,
        now_counted: each.now.counted,
        before_pending: each.before.pending,
        now_pending: each.now.pending,
      },
    });
  }
  if (withoutStatement.length > 0) {
    session.tell({
      key: 'said.without_statement',
      values: { count: withoutStatement.length, numbers: withoutStatement },
    });
  }
  sayOmitted(session, closed);
  const key = what === 'unchanged' ? 'said.round_closed_already' : 'said.round_closed';
  session.tell({ key, values: { round, cutoff, lines, circle, commended } });
  if (draftDigest !== '') session.tell({ key: 'note.draft_digest', values: { digest: draftDigest } });
}
