// What the office owes after the closing: talks, services, answers to appeals, and corrections after one was upheld.
import type { Day } from '../../domain/days/day.ts';
import type { Duty } from '../../domain/duty.ts';
import { type MeasureStanding, measuresOn } from '../measures/measures.ts';
import type { DutiesAsked } from './asked.ts';

/** Duties about the measures of closed rounds (contract, section 3, "After the closing"). */
export function* measureDuties({ view, on }: Pick<DutiesAsked, 'view' | 'on'>): Generator<Duty> {
  for (const standing of measuresOn(view, on)) yield* dutiesOf(standing);
}

/** What is owed for one line: a run's talk at its first line. */
export function* dutiesOf(standing: MeasureStanding): Generator<Duty> {
  const { line, talk, service, appeals, isFirst } = standing;
  const { cadreNo, name, cutoff, measure } = line;
  const round = String(line.round);
  const about = { subject: round, description: measure, by: '', cadre: { cadreNo, name } };
  const owed = (since: Day, due: Day | null): Pick<Duty, 'since' | 'due'> => ({ since, due });
  const of = [cadreNo, '--round', round];
  if (isFirst && (talk.state === 'due' || talk.state === 'late')) {
    const command = ['measure', 'talk', ...of, '--on', 'DAY', '--by', 'WHO'];
    yield { ...about, ...owed(cutoff, talk.due), kind: 'talk', command };
  }
  if (service.state === 'due' || service.state === 'late') {
    const command = ['measure', 'serve', ...of, '--on', 'DAY', '--by', 'WHO', '--receipt', 'RECEIPT'];
    yield { ...about, ...owed(cutoff, service.due), kind: 'serve', command };
  }
  for (const { state, since, due, correctionSince } of appeals) {
    if (state === 'pending' || state === 'overdue') {
      const command = ['measure', 'answer', ...of, '--ruling', 'RULING', '--on', 'DAY', '--by', 'WHO'];
      yield { ...about, ...owed(since, due), kind: 'answer', command };
    }
    if (correctionSince !== null) {
      const command = ['correct', ...of, '--measure', 'MEASURE', '--by', 'WHO', '--reason', 'TEXT'];
      yield { ...about, ...owed(correctionSince, correctionSince), kind: 'correct', command };
    }
  }
}
