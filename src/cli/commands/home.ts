// yanquan alone: the help, and in a folder with a ledger what waits.
import { existsSync } from 'node:fs';
import { dutiesOn } from '../../jobs/duties/duties.ts';
import { whatWaits } from '../../jobs/duties/waiting.ts';
import type { Text } from '../../report/report.ts';
import { todayOf } from '../options/today.ts';
import type { Session } from '../session.ts';

/** Prints the help and what waits. @param help the help of the program, worded */
export async function home(session: Session, help: string): Promise<number> {
  if (!existsSync(session.ledgerFile))
    return session.write([`${help}\n${session.words.text({ key: 'said.begin' })}\n`]);
  const { waiting, late } = await session.reading((db) => ({
    waiting: whatWaits(db),
    late: dutiesOn(db, todayOf(session, db), true).length,
  }));
  const lines: Text[] = [];
  const add = (key: string, count: number): void => {
    if (count > 0) lines.push({ key, values: { count } });
  };
  const { carriedFrom, seal } = waiting;
  if (carriedFrom !== null) {
    const { file, lastSeq: entry } = carriedFrom;
    lines.push({ key: 'said.waiting_carried', values: { file, entry } });
  }
  if (seal !== null) {
    const { by, at, seq: entry } = seal;
    lines.push({ key: 'said.waiting_sealed', values: { by, at, entry } });
  }
  if (waiting.round !== null) {
    lines.push({
      key: 'said.waiting_round',
      values: { round: waiting.round.number, cutoff: waiting.round.cutoff },
    });
  }
  add('said.waiting_checks', waiting.checks);
  add('said.waiting_objections', waiting.objections);
  add('said.waiting_decisions', waiting.decisions);
  add('said.waiting_talks', waiting.talks);
  add('said.waiting_services', waiting.services);
  add('said.waiting_appeals', waiting.appeals);
  add('said.waiting_corrections', waiting.corrections);
  add('said.waiting_duties', late);
  add('said.waiting_deadline', waiting.withoutDeadline);
  add('said.waiting_responsible', waiting.withoutResponsible);
  if (waiting.empty && seal === null) lines.push({ key: 'said.waiting_start' });
  else if (lines.every(({ key }) => key === 'said.waiting_carried'))
    lines.push({ key: 'said.waiting_nothing' });
  // An empty ledger has been named already, and a sealed one has nothing to come.
  if (!waiting.empty && seal === null)
    lines.push({ key: waiting.round === null ? 'said.waiting_next_round' : 'said.waiting_next_close' });
  const texts = lines.map((line) => `  ${session.words.text(line)}\n`).join('');
  return session.write([`${help}\n${session.words.text({ key: 'said.waiting' })}\n${texts}`]);
}
