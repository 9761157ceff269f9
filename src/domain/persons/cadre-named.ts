// Which cadre a text names where one is asked for: an argument, or a cell that holds names instead of numbers.
import { alikeNames, nearNames } from './alike.ts';
import { namingOf } from './naming.ts';
import type { NamedCadre, Roster } from './roster.ts';

/**
 * What a text means where one cadre is asked for: `one`, found by number or name; `several` with the name; `apart` a
 * number and a name that do not belong together; or `none`, with those whose names are nearly it (a bracket more or
 * less, characters that look alike, one letter off, a former name): to be asked about, never accepted.
 */
export type CadreNamed =
  | { readonly kind: 'one'; readonly cadre: NamedCadre; readonly by: 'number' | 'name' }
  | { readonly kind: 'several' | 'apart' | 'none'; readonly candidates: readonly NamedCadre[] };

/** Reads a text that names one cadre. */
export function cadreNamed(text: string, roster: Roster): CadreNamed {
  const naming = namingOf(text.trim(), roster);
  switch (naming.kind) {
    case 'one':
      if (naming.former) return { kind: 'none', candidates: [naming.cadre] };
      return { kind: 'one', cadre: naming.cadre, by: naming.name === '' ? 'number' : 'name' };
    case 'several':
    case 'apart':
      return { kind: naming.kind, candidates: naming.candidates };
    case 'unknown_number':
      return { kind: 'none', candidates: [] };
    case 'no_one': {
      const alike = alikeNames(text, roster);
      return { kind: 'none', candidates: alike.length > 0 ? alike : nearNames(text, roster) };
    }
  }
}
