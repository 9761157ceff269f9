// Which cadre a text on the command line means: a number, a number in another spelling, or a name.

import { lookOf } from '../domain/look.ts';
import { refusal } from '../domain/problem.ts';
import { comparableName, comparableNumber } from '../domain/text.ts';
import { type CadreWithId, findCadreRow, listCadres } from '../ledger/cadres.ts';
import type { ReadDb } from '../ledger/database.ts';
import { View } from '../ledger/view.ts';

/** The number that was meant; `who` says whose it is where the text was not the number itself. */
export interface MeantCadre {
  readonly cadreNo: string;
  readonly who?: string;
}

/**
 * The cadre that a text means (contract, section 4): the exact number, else the number that reads alike, else the one
 * cadre of that name, those who have left included. A text that fits nobody is returned as given: the command says so.
 * @throws Failure `refused` with the candidates where several fit
 */
export function meantCadre(db: ReadDb, text: string): MeantCadre {
  if (findCadreRow(db, comparableNumber(text)) !== undefined) return { cadreNo: text };
  const cadres = listCadres(new View(db));
  const look = lookOf(text);
  const name = comparableName(text);
  const alike = cadres.filter((cadre) => lookOf(cadre.cadreNo) === look);
  const fits = alike.length > 0 ? alike : cadres.filter((cadre) => comparableName(cadre.name) === name);
  const [first] = fits;
  if (first === undefined) return { cadreNo: text };
  if (fits.length > 1) throw refusal('cadre_name_several', { name: text, candidates: fits.map(candidate) });
  return { cadreNo: first.cadreNo, who: candidate(first) };
}

function candidate({ cadreNo, name, unit }: CadreWithId): string {
  return [cadreNo, name, unit].filter(Boolean).join(' ');
}
