// publish: closed rounds on their way to the county's server, and what is there compared with the ledger.
import { publishScopes } from '../../domain/publication.ts';
import { ledgerIdOf } from '../../jobs/publish/publication.ts';
import { publish, type RoundPublished } from '../../jobs/publish/publish.ts';
import { onServer, userOf, type Visit } from '../../jobs/publish/publish-server.ts';
import { verifyPublished } from '../../jobs/publish/publish-verify.ts';
import { comparedReport, publishedReport } from '../../report/lists/publication.ts';
import { answerDone } from '../answers/answer.ts';
import { Progress } from '../answers/progress.ts';
import type { CommandSpec } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { visitOf } from '../options/visit.ts';
import type { Session } from '../session.ts';

/** A township's own login is named after its ledger. The address is looked at first: it is refused for a password. */
async function townshipVisit(session: Session, url: string): Promise<Visit> {
  const visit = visitOf(session, url);
  return { ...visit, user: userOf(await session.reading(ledgerIdOf)) };
}

export const leaves: readonly CommandSpec[] = [
  {
    name: 'publish',
    arguments: '<url>',
    traits: ['list'],
    options: [
      { flags: '--scope <scope>', help: 'publish_scope', choices: publishScopes, terms: 'publish_scope' },
      { flags: '--dry-run' },
    ],
    async run(session, input) {
      const scope = publishScopes.find((each) => each === input.text('scope')) ?? 'figures';
      const visit = await townshipVisit(session, input.argument(0));
      const { dryRun } = session;
      const progress = new Progress(session.context, session.words, input.flag('quiet') === true);
      let rounds: RoundPublished[];
      try {
        rounds = await onServer(visit, (server) =>
          publish(server, (work) => session.reading(work), { scope, dryRun, onRound: progress.onRound }),
        );
      } finally {
        progress.end();
      }
      const code = await session.print(publishedReport(rounds));
      const changed = rounds.filter((each) => each.what !== 'unchanged').length;
      session.tell({
        key: changed === 0 ? 'said.published_nothing' : dryRun ? 'said.published_dry' : 'said.published',
        values: { changed, rounds: rounds.length },
      });
      return code;
    },
  },
  {
    name: 'publish verify',
    arguments: '<url>',
    traits: ['list'],
    async run(session, input) {
      const visit = await townshipVisit(session, input.argument(0));
      const compared = await onServer(visit, (server) =>
        verifyPublished(server, (work) => session.reading(work)),
      );
      const code = await session.print(comparedReport(compared));
      const other = compared.filter((each) => each.verdict !== 'same').length;
      session.tell({
        key: other === 0 ? 'said.publish_verified' : 'said.publish_differs',
        values: { other, rounds: compared.length },
      });
      return code === 0 && other > 0 ? exitCodes.found : code;
    },
  },
  {
    name: 'publish id',
    traits: ['answer'],
    async run(session) {
      const id = await session.reading(ledgerIdOf);
      return answerDone(session, { ledgerId: id }, [id]);
    },
  },
];
