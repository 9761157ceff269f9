// Asks for the passphrase of an encrypted backup: at the terminal only, never on the command line or in a variable.
import { Failure, problem } from '../../domain/problem.ts';
import type { Session } from '../session.ts';

/** Asks for the passphrase of a file that is encrypted already. @throws Failure `refused` without a terminal or an answer */
export async function passphrase(session: Session): Promise<string> {
  return ask(session, 'said.passphrase');
}

/** Asks for a new passphrase, twice. @throws Failure `refused` without a terminal or an answer, or when the two differ */
export async function newPassphrase(session: Session): Promise<string> {
  const first = await ask(session, 'said.passphrase_new');
  if ((await ask(session, 'said.passphrase_again')) !== first) throw refused('passphrases_differ');
  return first;
}

async function ask(session: Session, key: string): Promise<string> {
  const { askSecret } = session.context;
  if (askSecret === undefined) throw refused('passphrase_needs_terminal');
  const typed = await askSecret(session.words.text({ key })).catch(() => '');
  if (typed === '') throw refused('passphrase_empty');
  return typed;
}

function refused(code: 'passphrases_differ' | 'passphrase_needs_terminal' | 'passphrase_empty'): Failure {
  return new Failure('refused', [problem(code, {})]);
}
