// publish init, publish add-township: what the county does once on its server, and once for each township.
import { addTownship, setUpServer } from '../../jobs/publish/publish-server.ts';
import { answerDone } from '../answers/answer.ts';
import type { CommandSpec } from '../command-spec.ts';
import { visitOf } from '../options/visit.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'publish init',
    arguments: '<url>',
    traits: ['answer'],
    async run(session, input) {
      const { applied, version, citus } = await setUpServer(visitOf(session, input.argument(0)));
      session.tell({
        key: applied.length === 0 ? 'said.server_set_up_already' : 'said.server_set_up',
        values: { version, steps: applied.length },
      });
      session.tell({ key: citus ? 'said.server_citus' : 'said.server_without_citus' });
      return answerDone(session, { what: applied.length === 0 ? 'unchanged' : 'set_up', version, citus });
    },
  },
  {
    name: 'publish add-township',
    arguments: '<url>',
    traits: ['answer'],
    options: [
      { flags: '--ledger-id <id>', required: true },
      { flags: '--township <name>', required: true },
      { flags: '--county <name>' },
    ],
    async run(session, input) {
      const township = input.requiredText('township').trim();
      const { came, role } = await addTownship(visitOf(session, input.argument(0)), {
        ledgerId: input.requiredText('ledgerId'),
        township,
        county: input.text('county')?.trim() ?? '',
      });
      session.tell({ key: `said.township_${came}`, values: { township, role } });
      return answerDone(session, { what: came, township, role }, [role]);
    },
  },
];
