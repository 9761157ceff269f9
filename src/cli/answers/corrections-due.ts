// What is still to be corrected in closed rounds, said with the commands that do it.
import type { CorrectionsDue } from '../../jobs/round/corrections-due.ts';
import type { Session } from '../session.ts';

/** Names the lines that are to be corrected, each with its command, and those that would only be heavier. */
export function sayCorrectionsDue(session: Session, { due, heavier }: CorrectionsDue): void {
  if (due.length > 0) session.tell({ key: 'said.corrections_due', values: { count: due.length } });
  for (const { round, cadreNo, name, with: ids } of due) {
    const values = { round, cadre_no: cadreNo, name };
    if (ids.length === 0) session.tell({ key: 'said.correction_command', values });
    else session.tell({ key: 'said.correction_command_with', values: { ...values, ids: ids.join(',') } });
  }
  if (heavier.length === 0) return;
  const lines = heavier.map(({ round, cadreNo, name }) => `${name} ${cadreNo} (${round})`);
  session.tell({ key: 'said.corrections_heavier', values: { lines } });
}
