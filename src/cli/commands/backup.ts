// backup: a verified copy of the ledger in a new file.
import { copyVerified } from '../../jobs/copy.ts';
import { sayCopied } from '../copied.ts';
import { OK } from '../exit.ts';
import type { Leaf } from '../leaf.ts';

export const leaves: readonly Leaf[] = [
  {
    name: 'backup',
    arguments: '<file>',
    run(session, input) {
      const file = input.argument(0);
      const options = { allowNetworkFile: input.flag('allowNetworkFile') === true };
      sayCopied(session, 'said.backed_up', file, copyVerified(session.ledgerFile, file, true, options));
      return OK;
    },
  },
];
