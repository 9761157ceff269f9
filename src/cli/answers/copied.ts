// What backup and restore say of a copy.
import type { Copied } from '../../jobs/care/copy.ts';
import type { Session } from '../session.ts';
import { answerDone } from './answer.ts';

/** Says what the copy holds, so that it can be held against a printed notice. Returns the exit code. */
export function sayCopied(
  session: Session,
  key: 'said.backed_up' | 'said.restored',
  file: string,
  copied: Copied,
): Promise<number> | number {
  const { entries, at, round, digest } = copied;
  session.tell({ key, values: { file, entries, at } });
  if (round !== null) session.tell({ key: 'said.copy_round', values: { round, digest } });
  const what = key === 'said.backed_up' ? 'backed_up' : 'restored';
  return answerDone(session, { what, file, entries, at, round, digest: round === null ? null : digest });
}
