// Which cadre a text on the command line means: a number, or a name that fits one cadre.
import { cadreNamed } from '../../domain/persons/cadre-named.ts';
import { cadreText } from '../../domain/persons/read.ts';
import { refusal } from '../../domain/problem.ts';
import { comparableNumber } from '../../domain/texts/text.ts';
import { findCadreRow } from '../../ledger/cadres/cadres.ts';
import { rosterOf } from '../../ledger/cadres/roster.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';

/** The number that was meant; `who` says whose it is where the text was not the number itself. */
export interface MeantCadre {
  readonly cadreNo: string;
  readonly who?: string;
}

/**
 * The cadre that a text means (contract, section 4): the number as it is spelt, without reading the roster; else what
 * the text names among all cadres, those who have left included. A text that fits no one is returned as given: the
 * command refuses it.
 * @throws Failure `refused` with the candidates where several fit, or where a name is only nearly one
 */
export function meantCadre(db: ReadDb, text: string): MeantCadre {
  if (findCadreRow(db, comparableNumber(text)) !== undefined) return { cadreNo: text };
  const named = cadreNamed(text, rosterOf(new View(db)));
  if (named.kind === 'one') return { cadreNo: named.cadre.cadreNo, who: cadreText(named.cadre) };
  const candidates = named.candidates.map(cadreText);
  if (named.kind === 'several') throw refusal('person_several', { given: text, candidates });
  if (named.kind === 'apart') throw refusal('person_apart', { given: text, candidates });
  if (candidates.length > 0) throw refusal('name_only_alike', { name: text, candidates });
  return { cadreNo: text };
}
