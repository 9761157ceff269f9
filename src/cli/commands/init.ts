// init: a new ledger, empty or carried over from another one.
import { resolve } from 'node:path';
import { Failure, problem } from '../../domain/problem.ts';
import { carryOver } from '../../jobs/carry-over.ts';
import { initLedger, readPolicy } from '../../jobs/init.ts';
import { OK } from '../exit.ts';
import type { Input } from '../input.ts';
import type { Leaf } from '../leaf.ts';
import type { Session } from '../session.ts';

/** The time zone in which a ledger begins to reckon its days. */
const TIME_ZONE = 'Asia/Shanghai';

export const leaves: readonly Leaf[] = [
  {
    name: 'init',
    options: [
      { flags: '--township <name>' },
      { flags: '--policy <file>' },
      { flags: '--carry-over <ledger>' },
      { flags: '--all', help: 'carry_all' },
    ],
    run(session, input) {
      const old = input.text('carryOver');
      if (old === undefined && input.flag('all') === true)
        throw new Failure('usage', [problem('usage_all_alone')]);
      return old === undefined ? initEmpty(session, input) : initFrom(session, input, resolve(old));
    },
  },
];

function initEmpty(session: Session, input: Input): number {
  const policy = readPolicy(input.text('policy') ?? session.shipped('fixtures', 'default', 'policy.yaml'));
  const file = session.ledgerFile;
  initLedger(file, session.acting(TIME_ZONE), input.text('township') ?? null, policy);
  const { name, version, document } = policy.policy;
  session.tell({ key: 'said.ledger_created', values: { file, policy: `${name} ${version}` } });
  if (document === '')
    session.tell({ key: 'said.policy_no_document', values: { policy: `${name} ${version}` } });
  return OK;
}

/** The policy comes from the old ledger: another one is adopted afterwards, by its own entry in the journal. */
function initFrom(session: Session, input: Input, from: string): number {
  if (input.text('policy') !== undefined) {
    const values = { what: '--policy', other: '--carry-over' };
    throw new Failure('usage', [problem('usage_conflicting_options', values)]);
  }
  const file = session.ledgerFile;
  const request = { from, township: input.text('township') ?? null, all: input.flag('all') === true };
  const options = session.access;
  const { from: old, ...carried } = carryOver(file, session.acting(TIME_ZONE), request, options);
  const { cadres, findings, tasks, policy, inCircle } = carried;
  session.tell({ key: 'said.carried_over', values: { file, from, cadres, findings, tasks, policy } });
  if (old.round !== null) {
    const { number: round, cutoff, digest } = old.round;
    const values = { round, cutoff, digest, from: old.file, next: round + 1, circle: inCircle };
    session.tell({ key: 'said.carried_over_round', values });
  }
  if (!old.sealed) session.tell({ key: 'said.carried_over_not_sealed', values: { from } });
  return OK;
}
