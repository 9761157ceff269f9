// office: what the office says of itself on its papers, kept in the ledger.
import { officeKeys } from '../../domain/office.ts';
import { setOffice, showOffice } from '../../jobs/care/office.ts';
import { officeReport } from '../../report/lists/office.ts';
import { answer } from '../answers/answer.ts';
import type { CommandSpec } from '../command-spec.ts';
import { officeKeyNamed } from '../options/office-keys.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'office show',
    traits: ['list'],
    async run(session) {
      const { township, office } = await session.reading(showOffice);
      return session.print(
        officeReport(
          township,
          officeKeys.map((key) => [key, office[key]] as const),
        ),
      );
    },
  },
  {
    name: 'office set',
    arguments: '<office_key> <value>',
    traits: ['write'],
    async run(session, input) {
      const request = {
        key: await officeKeyNamed(input.argument(0), session.words),
        value: input.argument(1),
      };
      const came = await session.writing((ledger, acting) => setOffice(ledger, acting, request));
      return answer(session, came, {
        tell({ what, key, value }, dry) {
          const said = what === 'unchanged' ? 'unchanged' : dry ? 'dry' : value === '' ? 'cleared' : 'set';
          session.tell({ key: `said.office_${said}`, values: { key: { term: `office.${key}` }, value } });
        },
      });
    },
  },
];
