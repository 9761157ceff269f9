// backup: a verified copy of the ledger in a new file, encrypted where that is asked for.
import { copyVerified } from '../../jobs/care/copy.ts';
import { backUpEncrypted } from '../../jobs/care/encrypted-copy.ts';
import { sayCopied } from '../answers/copied.ts';
import type { CommandSpec } from '../command-spec.ts';
import { newPassphrase } from '../options/passphrase.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'backup',
    arguments: '<file>',
    traits: ['answer'],
    options: [{ flags: '--encrypt' }],
    async run(session, input) {
      const file = input.argument(0);
      const options = session.access;
      const copied =
        input.flag('encrypt') === true
          ? await backUpEncrypted(session.ledgerFile, file, await newPassphrase(session), options)
          : copyVerified(session.ledgerFile, file, true, options);
      return sayCopied(session, 'said.backed_up', file, copied);
    },
  },
];
