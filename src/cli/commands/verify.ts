// verify: whether the ledger is what was written into it, and what can be trusted when it is not.
import { Failure, problem } from '../../domain/problem.ts';
import type { Verification } from '../../domain/verification.ts';
import { verify } from '../../jobs/care/verify.ts';
import { verificationReport } from '../../report/lists/verification.ts';
import type { CommandSpec } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import type { Session } from '../session.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'verify',
    traits: ['list'],
    options: [
      { flags: '--quick' },
      { flags: '--digest <hex>' },
      { flags: '--round <n>', help: 'digest_round' },
      { flags: '--against <copy>' },
    ],
    async run(session, input) {
      const round = input.whole('round') ?? null;
      const digest = input.text('digest') ?? null;
      if (round !== null && digest === null)
        throw new Failure('usage', [problem('usage_round_without_digest')]);
      const request = {
        quick: input.flag('quick') === true,
        digest,
        round,
        against: input.text('against') ?? null,
      };
      const options = session.access;
      const verification = verify(session.ledgerFile, request, options);
      const report = verificationReport(verification, (found) => session.words.problem(found));
      const code = await session.print(report);
      if (conclude(session, verification)) return exitCodes.damaged;
      const { faults, digestOf } = verification;
      if (digest === null || digestOf !== null) return code;
      session.tellProblems(faults.filter((each) => each.check === 'digest').map((each) => each.problem));
      return exitCodes.refused;
    },
  },
];

/** Reports the conclusion on stderr. Returns whether the ledger is damaged. */
function conclude(session: Session, verification: Verification): boolean {
  const { faults, entries, rounds, replayed, trusted, digestOf, against, carriedFrom } = verification;
  const damaged = faults.filter((each) => each.grave).length;
  if (damaged === 0) session.tell({ key: 'said.verify_whole', values: { entries, rounds, replayed } });
  else {
    const entry = against?.entry ?? 0;
    session.say(session.words.text({ key: damageKey(faults), values: { count: damaged, entry } }));
    const trust = trusted.entry === 0 ? 'said.verify_trust_nothing' : 'said.verify_trust';
    session.say(session.words.text({ key: trust, values: { ...trusted, first: trusted.entry + 1 } }));
  }
  if (carriedFrom !== null) session.tell({ key: 'said.verify_carried', values: { ...carriedFrom } });
  if (digestOf !== null)
    session.tell({ key: `said.verify_digest_${digestOf.which}`, values: { round: digestOf.round } });
  // What is not in order between the two is a fault, and has been said.
  const inOrder = ['same', 'ahead', 'carried_from', 'carried_to'];
  if (against !== null && inOrder.includes(against.says) && !faults.some((each) => each.check === 'copy')) {
    session.tell({ key: `said.verify_against_${against.says}`, values: { entry: against.entry, entries } });
  }
  return damaged > 0;
}

/** The message for the grave faults: damage of the ledger, or of nothing but the copy, or a copy that differs. */
function damageKey(faults: Verification['faults']): string {
  const grave = faults.filter((each) => each.grave);
  if (grave.some((each) => each.check !== 'copy')) return 'said.verify_damaged';
  const codes = grave.map((each) => each.problem.code);
  if (codes.includes('verify_copy_damaged')) return 'said.verify_copy_damaged';
  return codes.includes('verify_forked') ? 'said.verify_forked' : 'said.verify_behind';
}
