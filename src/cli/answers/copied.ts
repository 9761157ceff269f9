// What backup and restore say of a copy.
import type { Copied } from '../../jobs/care/copy.ts';
import type { Session } from '../session.ts';

/** Says what the copy holds, so that it can be compared with a printed notice. */
export function sayCopied(
  session: Session,
  key: 'said.backed_up' | 'said.restored',
  file: string,
  copied: Copied,
): void {
  session.tell({ key, values: { file, entries: copied.entries, at: copied.at } });
  if (copied.round === null) return;
  session.tell({ key: 'said.copy_round', values: { round: copied.round, digest: copied.digest } });
}
