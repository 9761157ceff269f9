// How a command connects to a server: by its address, as the user of the environment, with a password asked for at a
// terminal.
import { Failure, problem } from '../../domain/problem.ts';
import { addressOf, type Visit } from '../../jobs/publish/publish-server.ts';
import type { Session } from '../session.ts';

/** The system's user logs in where neither the address nor PGUSER says who. @throws Failure `usage`: no such address, no user */
export function visitOf(session: Session, url: string): Visit {
  const { env, askSecret, systemUser } = session.context;
  const address = addressOf(url, env);
  const user = address.user ?? systemUser();
  if (user === undefined) throw new Failure('usage', [problem('server_user_missing')]);
  return {
    address,
    env,
    user,
    askPassword:
      askSecret === undefined
        ? null
        : async (name, server) => {
            const question = session.words.text({ key: 'said.password_of', values: { user: name, server } });
            const typed = await askSecret(question).catch(() => '');
            session.say('');
            if (typed !== '') return typed;
            throw new Failure('refused', [problem('server_password_missing', { user: name, server })]);
          },
  };
}
