// policy: the rule file.
import { adopt, readPolicy } from '../../jobs/care/init.ts';
import { policyDoubtsOf, policyNow } from '../../jobs/care/policies.ts';
import { whatIf } from '../../jobs/round/what-if.ts';
import { whatIfOver } from '../../jobs/round/what-if-over.ts';
import { whatIfOverReport, whatIfReport } from '../../report/lists/what-if.ts';
import { answer, answerDone } from '../answers/answer.ts';
import type { CommandSpec } from '../command-spec.ts';

/** What names a policy, as machine output. */
const asObject = ({ policy, sha256 }: ReturnType<typeof readPolicy>) => ({
  name: policy.name,
  version: policy.version,
  document: policy.document,
  sha256,
});

export const leaves: readonly CommandSpec[] = [
  {
    name: 'policy show',
    traits: ['answer'],
    options: [{ flags: '-o, --output <file>' }],
    async run(session) {
      const stored = await session.reading(policyNow);
      const { name, version } = stored.policy;
      session.tell({ key: 'said.policy_in_force', values: { name, version, sha256: stored.sha256 } });
      if (session.json)
        return answerDone(session, { ...asObject(stored), policy: stored.policy, text: stored.text });
      return session.write([stored.text.endsWith('\n') ? stored.text : `${stored.text}\n`]);
    },
  },
  {
    name: 'policy check',
    arguments: '<file>',
    traits: ['answer'],
    run(session, input) {
      const read = readPolicy(input.argument(0));
      const { policy, sha256 } = read;
      const doubts = policyDoubtsOf(policy);
      session.tell({
        key: 'said.policy_valid',
        values: { name: policy.name, version: policy.version, sha256 },
      });
      for (const { code, values } of doubts) session.tell({ key: `said.policy_doubt.${code}`, values });
      return answerDone(session, { ...asObject(read), doubts: doubts.map(({ code }) => code) });
    },
  },
  {
    name: 'policy adopt',
    arguments: '<file>',
    traits: ['write'],
    async run(session, input) {
      const file = readPolicy(input.argument(0));
      const came = await session.writing((ledger, acting) => adopt(ledger, acting, file));
      return answer(session, came, {
        tell: ({ what, name, version, open }) => {
          session.tell({ key: `said.policy_${what}`, values: { name, version } });
          if (what === 'adopted' && open !== null)
            session.tell({ key: 'said.policy_open_round', values: { round: open, next: open + 1 } });
        },
      });
    },
  },
  {
    name: 'policy whatif',
    arguments: '<file>',
    traits: ['list'],
    options: [
      { flags: '--round <n>' },
      { flags: '--from <n>', help: 'whatif_from' },
      { flags: '--to <n>', help: 'whatif_to' },
    ],
    async run(session, input) {
      const { policy } = readPolicy(input.argument(0));
      const [from, to] = [input.whole('from'), input.whole('to')];
      if (from !== undefined || to !== undefined) {
        const rounds = await session.reading((db) =>
          whatIfOver(db, from ?? to ?? 1, to ?? from ?? 1, policy),
        );
        return session.print(whatIfOverReport(rounds, `${policy.name} ${policy.version}`));
      }
      const choice = { number: input.whole('round') ?? null, prefer: 'open' } as const;
      const shown = await session.reading((db) => whatIf(db, choice, policy));
      const word = ['table', 'md'].includes(session.format()) ? session.words.term : null;
      return session.print(whatIfReport(shown, `${policy.name} ${policy.version}`, word));
    },
  },
];
