// What the parts of an explanation share: the explanation, the words, and the mask over names of others.
import type { TemplateValue } from '../../i18n/language.ts';
import type { Words } from '../../i18n/words.ts';
import type { Explanation } from '../../scoring/explanation.ts';

/** What the parts of an explanation are written from. */
export interface ExplainParts {
  readonly explanation: Explanation;
  readonly words: Words;
  readonly say: (key: string, values?: Readonly<Record<string, TemplateValue>>) => string;
  /** Masks the names of others in a text. */
  readonly mask: (text: string) => string;
  /** Before closing, everything is a proposal. */
  readonly draft: boolean;
}
