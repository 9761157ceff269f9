// The tables that are derived from the facts and can be rebuilt: no journal entry vouches for them.
import type { Columns } from './column.ts';

export const derivedColumns = {
  finding_now: {
    finding_id: 'whole',
    finding_no: 'text',
    status: 'text',
    settled_on: 'text?',
    settled_seq: 'whole?',
  },
  cadre_now: { cadre_id: 'whole', cadre_no: 'text' },
  task_now: { task_id: 'whole', task_no: 'text' },
  order_now: { order_id: 'whole', order_no: 'text' },
  looks: { kind: 'text', look: 'text', spelling: 'text' },
} as const satisfies Readonly<Record<string, Columns>>;
