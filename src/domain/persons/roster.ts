// The cadres of a ledger as texts name them: by number and by name, each compared in its look.
import type { CadreNo } from '../cadre.ts';
import { lookOf } from '../texts/look.ts';
import { type Part, partOf } from './contained.ts';
import { AND, nameLook, PLUS } from './wording.ts';

/** A cadre as far as naming goes. */
export interface NamedCadre {
  readonly cadreNo: CadreNo;
  readonly name: string;
  /** 单位, which distinguishes namesakes in messages; empty when none is recorded. */
  readonly unit: string;
  /** Former names of the cadre. */
  readonly before: readonly string[];
}

/** All cadres that a text may mean, those who have left too. */
export class Roster {
  readonly #exact = new Map<string, NamedCadre>();
  readonly #byNumber = new Map<string, NamedCadre[]>();
  readonly #byName = new Map<string, NamedCadre[]>();
  readonly #byFormerName = new Map<string, NamedCadre[]>();
  #joined: readonly Part[] | undefined;

  constructor(cadres: Iterable<NamedCadre>) {
    for (const cadre of cadres) {
      this.#exact.set(cadre.cadreNo.normalize('NFC'), cadre);
      put(this.#byNumber, lookOf(cadre.cadreNo), cadre);
      put(this.#byName, nameLook(cadre.name), cadre);
      for (const name of cadre.before) put(this.#byFormerName, nameLook(name), cadre);
    }
  }

  /**
   * The names and numbers that contain a word which joins persons elsewhere (李和平), as they may be written inside a
   * text.
   */
  get joined(): readonly Part[] {
    this.#joined ??= [...this.#exact.values()].flatMap(({ cadreNo, name, before }) => [
      ...[name, ...before].filter(joins).map((each) => partOf(lookOf(each))),
      ...[cadreNo].filter(joins).map((each) => partOf(lookOf(each), true)),
    ]);
    return this.#joined;
  }

  /** Every number on the roster. */
  get numbers(): Iterable<string> {
    return this.#exact.keys();
  }

  /** Every cadre on the roster. */
  get cadres(): Iterable<NamedCadre> {
    return this.#exact.values();
  }

  /** The cadre with exactly this number, or undefined. */
  cadre(cadreNo: string): NamedCadre | undefined {
    return this.#exact.get(cadreNo.normalize('NFC'));
  }

  /** The cadres whose number `text` is: the one spelt so, else all of the same look (more than one only in old ledgers). */
  numbered(text: string): readonly NamedCadre[] {
    const exact = this.#exact.get(text.normalize('NFC').trim());
    return exact === undefined ? (this.#byNumber.get(lookOf(text)) ?? NONE) : [exact];
  }

  /** The cadres who have a name. @param look of the name, see `nameLook` */
  bearers(look: string): readonly NamedCadre[] {
    return this.#byName.get(look) ?? NONE;
  }

  /** The cadres who had a name before and have another one now. @param look of the name */
  formerBearers(look: string): readonly NamedCadre[] {
    return this.#byFormerName.get(look) ?? NONE;
  }

  /** Whether a text of this look is a present or former name of a cadre. */
  isName(look: string): boolean {
    return this.#byName.has(look) || this.#byFormerName.has(look);
  }
}

function joins(text: string): boolean {
  return AND.test(text) || PLUS.test(text);
}

const NONE: readonly never[] = [];

function put(map: Map<string, NamedCadre[]>, key: string, cadre: NamedCadre): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [cadre]);
  else if (!known.includes(cadre)) known.push(cadre);
}
