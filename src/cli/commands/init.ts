// init: a new ledger.
import { initLedger, readPolicy } from '../../jobs/init.ts';
import { OK } from '../exit.ts';
import type { Leaf } from '../leaf.ts';

/** The time zone in which a ledger begins to reckon its days. */
const TIME_ZONE = 'Asia/Shanghai';

export const leaves: readonly Leaf[] = [
  {
    name: 'init',
    options: [{ flags: '--township <name>' }, { flags: '--policy <file>' }],
    run(session, input) {
      const policy = readPolicy(
        input.text('policy') ?? session.shipped('fixtures', 'tongjing', 'policy.yaml'),
      );
      const file = session.ledgerFile;
      initLedger(file, session.acting(TIME_ZONE), input.text('township') ?? null, policy);
      const { name, version } = policy.policy;
      session.tell({ key: 'said.ledger_created', values: { file, policy: `${name} ${version}` } });
      return OK;
    },
  },
];
