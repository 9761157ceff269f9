// Cadres on the command line: wherever a number is asked for, a name that fits one cadre is accepted and reported.
import { namesCadres, recordColumns } from '../../domain/records/record-columns.ts';
import type { RecordKind } from '../../domain/records/records.ts';
import type { ReadDb } from '../../jobs/care/ledger-access.ts';
import { meantCadre } from '../../jobs/record/meant-cadre.ts';
import type { Values } from '../../jobs/record/record-one.ts';
import type { Session } from '../session.ts';
import { splitNumbers } from './input.ts';

/** The number of the cadre that a text means, said on stderr when it is a name. @throws Failure `refused` */
export function cadreGiven(session: Session, db: ReadDb, text: string): string {
  const { cadreNo, who } = meantCadre(db, text);
  if (who !== undefined) session.tell({ key: 'said.cadre_meant', values: { given: text, who } });
  return cadreNo;
}

/** That of an option which may be left out. @throws Failure `refused` */
export function cadreIfGiven(session: Session, db: ReadDb, text: string | undefined): string | null {
  return text === undefined ? null : cadreGiven(session, db, text);
}

/** Rows of a kind with the numbers of the cadres that their columns name. @throws Failure `refused` */
export function withCadres(
  session: Session,
  db: ReadDb,
  kind: RecordKind,
  rows: readonly Values[],
): Values[] {
  const columns = recordColumns[kind].filter(({ key }) => namesCadres(kind, key));
  const known = new Map<string, string>();
  const numberOf = (text: string): string => {
    const number = known.get(text) ?? cadreGiven(session, db, text);
    known.set(text, number);
    return number;
  };
  return rows.map((row) => {
    const meant = { ...row };
    for (const { key, type } of columns) {
      const text = row[key];
      if (text === undefined || text.trim() === '') continue;
      meant[key] = type === 'numbers' ? splitNumbers(text).map(numberOf).join(';') : numberOf(text);
    }
    return meant;
  });
}
