// Verifies what is derived: status and settlement of every finding, the numbers of what is live.
import type { Fault } from '../../domain/verification.ts';
import type { Connection } from '../database.ts';
import { derivedDifferences } from './derived-differences.ts';
import { checked, fault, NAMED } from './verify-file.ts';

/**
 * Everything derived is what the facts say (contract, section 5, "What is derived can be rebuilt").
 * @param damaged whether the facts are known to be damaged: then nothing may follow from them
 */
export function verifyDerived(connection: Connection, damaged: boolean): Fault[] {
  const work = (tell: (found: Fault) => void): void => {
    let count = 0;
    for (const { table, id } of derivedDifferences(connection)) {
      count += 1;
      if (count > NAMED) return;
      tell(fault('derived', 'verify_derived', { table, id }));
    }
  };
  return checked('derived', work, damaged);
}
