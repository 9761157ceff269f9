// The result of publishing, and what is published compared with the ledger: one row a round.
import type { RoundCompared } from '../../domain/publication.ts';
import type { Report } from '../report.ts';
import { listOf } from './lists.ts';

/** What became of a round in `publish`. */
interface PublishedShown {
  readonly round: number;
  readonly cutoff: string;
  readonly digest: string;
  readonly what: string;
}

/** `publish`. */
export function publishedReport(rounds: readonly PublishedShown[]): Report {
  return listOf(
    'publish',
    [
      { key: 'round', type: 'number' },
      { key: 'cutoff', type: 'day' },
      { key: 'published', type: 'term', terms: 'published' },
      { key: 'digest', type: 'text' },
    ],
    rounds.map(({ what, ...round }) => ({ ...round, published: what })),
    { whenEmpty: { key: 'empty.closed_rounds' } },
  );
}

/** `publish verify`. */
export function comparedReport(rounds: readonly RoundCompared[]): Report {
  return listOf(
    'publish verify',
    [
      { key: 'round', type: 'number' },
      { key: 'verdict', type: 'term', terms: 'compared' },
      { key: 'digest_here', type: 'text' },
      { key: 'digest_there', type: 'text' },
    ],
    rounds.map(({ here, there, ...round }) => ({ ...round, digest_here: here, digest_there: there })),
    { whenEmpty: { key: 'empty.closed_rounds' } },
  );
}
