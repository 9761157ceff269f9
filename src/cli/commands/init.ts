// init: a new ledger, empty or carried over from another one.
import { join, resolve } from 'node:path';
import { formatHundredths } from '../../domain/amount.ts';
import { Failure, problem } from '../../domain/problem.ts';
import { carryOver } from '../../jobs/care/carry-over.ts';
import { initLedger, readPolicy } from '../../jobs/care/init.ts';
import { answer } from '../answers/answer.ts';
import type { CommandSpec } from '../command-spec.ts';
import type { Input } from '../options/input.ts';
import type { Session } from '../session.ts';

/** The time zone of a new ledger's days. */
const TIME_ZONE = 'Asia/Shanghai';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'init',
    traits: ['create'],
    options: [
      { flags: '--township <name>' },
      { flags: '--policy <file>' },
      { flags: '--carry-over <ledger>' },
      { flags: '--all', help: 'carry_all' },
    ],
    run(session, input) {
      const old = input.text('carryOver');
      if (old === undefined && input.flag('all') === true)
        throw new Failure('usage', [problem('usage_all_alone')]);
      return old === undefined ? initEmpty(session, input) : initFrom(session, input, resolve(old));
    },
  },
];

function initEmpty(session: Session, input: Input): Promise<number> {
  const policy = readPolicy(
    input.text('policy') ?? join(session.context.home, 'fixtures', 'default', 'policy.yaml'),
  );
  const file = session.ledgerFile;
  const came = initLedger(
    file,
    session.acting(TIME_ZONE),
    input.text('township') ?? null,
    policy,
    session.access,
  );
  const { document, tiers } = policy.policy;
  return answer(session, came, {
    tell({ what, name, version }) {
      const policy = `${name} ${version}`;
      session.tell({
        key: what === 'unchanged' ? 'said.ledger_there' : 'said.ledger_created',
        values: { file, policy },
      });
      if (input.text('policy') === undefined)
        session.tell({ key: 'said.policy_ours', values: { policy, tiers: tiersTold(session, tiers) } });
      if (document === '') session.tell({ key: 'said.policy_no_document', values: { policy } });
    },
    object: ({ what, name, version, sha256, township }) => ({
      what,
      file,
      township,
      policy: { name, version, sha256 },
    }),
  });
}

/** The tiers in words: 满2分提醒谈话. */
function tiersTold(session: Session, tiers: ReturnType<typeof readPolicy>['policy']['tiers']): string[] {
  return tiers.map(({ measure, atLeast }) =>
    session.words.text({
      key: 'said.tier',
      values: { at_least: formatHundredths(atLeast), measure: { term: `measure.${measure}` } },
    }),
  );
}

/** The policy comes from the old ledger: another one is adopted afterwards, by its own entry in the journal. */
function initFrom(session: Session, input: Input, from: string): Promise<number> {
  if (input.text('policy') !== undefined) {
    const values = { what: '--policy', other: '--carry-over' };
    throw new Failure('usage', [problem('usage_conflicting_options', values)]);
  }
  const file = session.ledgerFile;
  const request = { from, township: input.text('township') ?? null, all: input.flag('all') === true };
  const came = carryOver(file, session.acting(TIME_ZONE), request, session.access);
  return answer(session, came, {
    tell({ what, from: old, sealed, round, ...carried }) {
      const { cadres, findings, tasks, policy, inCircle } = carried;
      if (what === 'unchanged') session.tell({ key: 'said.carried_over_already', values: { file, from } });
      session.tell({ key: 'said.carried_over', values: { file, from, cadres, findings, tasks, policy } });
      if (round !== null) {
        const { number, cutoff, digest } = round;
        const values = { round: number, cutoff, digest, from: old, next: number + 1, circle: inCircle };
        session.tell({ key: 'said.carried_over_round', values });
      }
      if (!sealed) session.tell({ key: 'said.carried_over_not_sealed', values: { from } });
    },
  });
}
