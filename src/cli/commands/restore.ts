// restore: the ledger again from a copy, which is verified whole.
import { resolve } from 'node:path';
import { copyVerified } from '../../jobs/care/copy.ts';
import { isEncrypted, restoreEncrypted } from '../../jobs/care/encrypted-copy.ts';
import { sayCopied } from '../answers/copied.ts';
import type { CommandSpec } from '../command-spec.ts';
import { passphrase } from '../options/passphrase.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'restore',
    arguments: '<file>',
    traits: ['answer'],
    async run(session, input) {
      const copy = resolve(input.argument(0));
      const options = session.access;
      const copied = isEncrypted(copy)
        ? await restoreEncrypted(copy, session.ledgerFile, await passphrase(session), options)
        : copyVerified(copy, session.ledgerFile, false, options);
      return sayCopied(session, 'said.restored', session.ledgerFile, copied);
    },
  },
];
