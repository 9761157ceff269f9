// Records what options give, through the same job for every command, and reports the result.
import { Failure, type Problem } from '../../domain/problem.ts';
import type { RecordKind, RecordOf } from '../../domain/records/records.ts';
import type { Values } from '../../jobs/record/record-one.ts';
import { withCadres } from '../options/cadres-given.ts';
import type { Session } from '../session.ts';
import { sayRecorded } from './said.ts';

/** The option or argument that gives a column, where it is not called like the column. */
const GIVEN_BY: Readonly<Partial<Record<RecordKind, Readonly<Record<string, string>>>>> = {
  cadres: { '--cadre-no': 'cadre_no' },
  findings: { '--finding-no': 'finding_no' },
  reports: { '--finding-no': 'finding_no', '--reported-on': '--on', '--reported-by': '--by' },
  checks: { '--finding-no': 'finding_no', '--checked-on': '--on', '--checked-by': '--by' },
  extensions: {
    '--finding-no': 'finding_no',
    '--new-due-on': '--to',
    '--granted-on': '--on',
    '--granted-by': '--by',
  },
  objections: {
    '--finding-no': 'finding_no',
    '--cadre-no': '--cadre',
    '--raised-on': '--on',
    '--ruled-on': '--on',
    '--ruled-by': '--by',
  },
  reassignments: { '--finding-no': 'finding_no', '--from-no': '--from', '--to-no': '--to' },
  statements: { '--cadre-no': 'cadre_no', '--made-on': '--on' },
  services: { '--cadre-no': 'cadre_no', '--served-on': '--on', '--served-by': '--by' },
  appeals: {
    '--cadre-no': 'cadre_no',
    '--raised-on': '--on',
    '--ruled-on': '--on',
    '--ruled-by': '--by',
  },
  followups: { '--cadre-no': 'cadre_no' },
  talks: { '--cadre-no': 'cadre_no', '--talked-on': '--on', '--talker': '--by' },
  rechecks: {
    '--finding-no': 'finding_no',
    '--rechecked-on': '--on',
    '--rechecked-by': '--by',
    '--recheck-result': '--result',
  },
};

/**
 * Records values of a kind, all or none, and says it; returns the exit code.
 * @param noted persons whom the note names
 * @throws Failure naming the options
 */
export async function record<K extends RecordKind>(
  session: Session,
  command: string,
  kind: K,
  values: readonly Values[],
  extra: Partial<RecordOf[K]> = {},
  noted?: string,
): Promise<number> {
  const { recordValues } = await import('../../jobs/record/record-one.ts');
  const came = await namingOptions(kind, () =>
    session.writing((ledger, acting) => {
      const meant = withCadres(session, ledger.connection, kind, values);
      return recordValues(ledger, acting, command, kind, meant, {
        extra,
        ...(noted !== undefined && { noted }),
      });
    }),
  );
  return sayRecorded(session, came);
}

/** Does `work`; what it says of a column it says of the option that gave it. */
export async function namingOptions<T>(kind: RecordKind, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(
      error.kind,
      error.problems.map((each) => renamed(each, GIVEN_BY[kind] ?? {})),
      { cause: error },
    );
  }
}

function renamed(problem: Problem, names: Readonly<Record<string, string>>): Problem {
  const { place } = problem;
  if (place === undefined) return problem;
  return { ...problem, place: { ...place, file: names[place.file] ?? place.file } };
}
