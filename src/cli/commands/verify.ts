// verify: whether the ledger is what was written into it, and what can be trusted when it is not.
import type { Verification } from '../../domain/verification.ts';
import { verify } from '../../jobs/verify.ts';
import { verificationReport } from '../../report/verification.ts';
import { exitCodes } from '../exit.ts';
import type { Leaf } from '../leaf.ts';
import type { Session } from '../session.ts';

export const leaves: readonly Leaf[] = [
  {
    name: 'verify',
    traits: ['list'],
    options: [
      { flags: '--quick' },
      { flags: '--digest <hex>' },
      { flags: '--against <copy>' },
      { flags: '--json', help: 'json_list' },
    ],
    async run(session, input) {
      const request = {
        quick: input.flag('quick') === true,
        digest: input.text('digest') ?? null,
        against: input.text('against') ?? null,
      };
      const options = { allowNetworkFile: input.flag('allowNetworkFile') === true };
      const verification = verify(session.ledgerFile, request, options);
      const report = verificationReport(verification, (found) => session.words.problem(found));
      const code = await session.print(report, input.flag('json') === true ? 'json' : undefined);
      const damaged = conclude(session, verification);
      return damaged ? exitCodes.damaged : code;
    },
  },
];

/** Says on stderr what it comes to. Returns whether the ledger is damaged. */
function conclude(session: Session, verification: Verification): boolean {
  const { faults, entries, rounds, replayed, trusted, digestRound, against, carriedFrom } = verification;
  const damaged = faults.filter((each) => each.grave).length;
  if (damaged === 0) session.tell({ key: 'said.verify_whole', values: { entries, rounds, replayed } });
  else {
    session.say(session.words.text({ key: 'said.verify_damaged', values: { count: damaged } }));
    const trust = trusted.entry === 0 ? 'said.verify_trust_nothing' : 'said.verify_trust';
    session.say(session.words.text({ key: trust, values: { ...trusted, first: trusted.entry + 1 } }));
  }
  if (carriedFrom !== null) session.tell({ key: 'said.verify_carried', values: { ...carriedFrom } });
  if (digestRound !== null) session.tell({ key: 'said.verify_digest', values: { round: digestRound } });
  // What is not in order between the two is a fault, and has been said.
  const inOrder = ['same', 'ahead', 'carried_from', 'carried_to'];
  if (against !== null && inOrder.includes(against.says) && !faults.some((each) => each.check === 'copy')) {
    session.tell({ key: `said.verify_against_${against.says}`, values: { entry: against.entry, entries } });
  }
  return damaged > 0;
}
