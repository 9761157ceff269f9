// All that a language knows, in one place: terms, headings, texts and problems, from the dictionaries of its folder.
import { batch as enBatch } from './en/batch.ts';
import { care as enCare } from './en/care.ts';
import { columns as enColumns } from './en/columns.ts';
import { documents as enDocuments } from './en/documents.ts';
import { explanations as enExplanations } from './en/explanations.ts';
import { forms as enForms } from './en/forms.ts';
import { help as enHelp } from './en/help.ts';
import { newYear as enNewYear } from './en/new-year.ts';
import { nextSteps as enNextSteps } from './en/next-steps.ts';
import { page as enPage } from './en/page.ts';
import { problemsCalendar as enProblemsCalendar } from './en/problems-calendar.ts';
import { problemsIntake as enProblemsIntake } from './en/problems-intake.ts';
import { problemsLedger as enProblemsLedger } from './en/problems-ledger.ts';
import { problemsOutput as enProblemsOutput } from './en/problems-output.ts';
import { problemsServer as enProblemsServer } from './en/problems-server.ts';
import { said as enSaid } from './en/said.ts';
import { server as enServer } from './en/server.ts';
import { terms as enTerms } from './en/terms.ts';
import { work as enWork } from './en/work.ts';
import { workWords as enWorkWords } from './en/work-words.ts';
import { fillTemplate, type Lang, type TemplateValue } from './language.ts';
import { batch as zhBatch } from './zh/batch.ts';
import { care as zhCare } from './zh/care.ts';
import { columns as zhColumns } from './zh/columns.ts';
import { documents as zhDocuments } from './zh/documents.ts';
import { explanations as zhExplanations } from './zh/explanations.ts';
import { forms as zhForms } from './zh/forms.ts';
import { help as zhHelp } from './zh/help.ts';
import { newYear as zhNewYear } from './zh/new-year.ts';
import { nextSteps as zhNextSteps } from './zh/next-steps.ts';
import { page as zhPage } from './zh/page.ts';
import { problemsCalendar as zhProblemsCalendar } from './zh/problems-calendar.ts';
import { problemsIntake as zhProblemsIntake } from './zh/problems-intake.ts';
import { problemsLedger as zhProblemsLedger } from './zh/problems-ledger.ts';
import { problemsOutput as zhProblemsOutput } from './zh/problems-output.ts';
import { problemsServer as zhProblemsServer } from './zh/problems-server.ts';
import { said as zhSaid } from './zh/said.ts';
import { server as zhServer } from './zh/server.ts';
import { terms as zhTerms } from './zh/terms.ts';
import { work as zhWork } from './zh/work.ts';
import { workWords as zhWorkWords } from './zh/work-words.ts';

const LONGEST_VALUE = 60;

type Dictionary = Readonly<Record<string, string>>;

/** The dictionaries of each language. A new file is added to both lists; problems are keyed by their code. */
export const dictionaries: Readonly<Record<Lang, readonly Dictionary[]>> = {
  zh: [
    zhTerms,
    zhBatch,
    zhCare,
    zhColumns,
    zhDocuments,
    zhExplanations,
    zhForms,
    zhNewYear,
    zhNextSteps,
    zhPage,
    zhProblemsIntake,
    zhProblemsCalendar,
    zhProblemsLedger,
    zhProblemsOutput,
    zhProblemsServer,
    zhSaid,
    zhServer,
    zhHelp,
    zhWork,
    zhWorkWords,
  ],
  en: [
    enTerms,
    enBatch,
    enCare,
    enColumns,
    enDocuments,
    enExplanations,
    enForms,
    enNewYear,
    enNextSteps,
    enPage,
    enProblemsIntake,
    enProblemsCalendar,
    enProblemsLedger,
    enProblemsOutput,
    enProblemsServer,
    enSaid,
    enServer,
    enHelp,
    enWork,
    enWorkWords,
  ],
};

/** A text to be worded: a template's key with values. */
interface Wording {
  readonly key: string;
  readonly values?: Readonly<Record<string, TemplateValue>>;
}

/** A problem to be worded: a code with values, and the place in a file where it lies. */
interface WordedProblem {
  readonly code: string;
  readonly values: Readonly<Record<string, TemplateValue>>;
  readonly place?: {
    readonly file: string;
    readonly sheet?: string;
    readonly line?: number;
    readonly column?: string;
    readonly value?: string;
  };
}

/** The words of one language. */
export interface Words {
  readonly lang: Lang;
  /** Whether the language has the key. */
  has(key: string): boolean;
  /** The word of a key: `measure.reminder_talk`, `column.cadre_no`. */
  term(key: string): string;
  /** A sentence from a template and its values. */
  text(wording: Wording): string;
  /** The full line for people: `file:line: 「column」 value: message`. */
  problem(problem: WordedProblem): string;
}

// A missing key is a mistake of ours: it stops the tests, which run the TypeScript, and shows itself in the bundle.
const UNBUILT = import.meta.url.endsWith('.ts');

/** The words of `lang`. A key that is missing throws when `strict` (by default: when run unbuilt), else stands for itself. */
export function wordsFor(lang: Lang, strict = UNBUILT): Words {
  const all: ReadonlyMap<string, string> = merged(lang);
  const term = (key: string): string => {
    const word = all.get(key);
    if (word === undefined && strict) throw new Error(`No word for "${key}" in ${lang}`);
    return word ?? key;
  };
  const text = ({ key, values }: Wording): string => fillTemplate(term(key), values ?? {}, lang, term);
  return {
    lang,
    has: (key) => all.has(key),
    term,
    text,
    problem: ({ code, values, place }) => placed(place, lang) + text({ key: code, values }),
  };
}

const known: Partial<Record<Lang, ReadonlyMap<string, string>>> = {};

function merged(lang: Lang): ReadonlyMap<string, string> {
  let all = known[lang];
  if (all === undefined) {
    all = new Map(dictionaries[lang].flatMap((dictionary) => Object.entries(dictionary)));
    known[lang] = all;
  }
  return all;
}

function placed(place: WordedProblem['place'], lang: Lang): string {
  if (place === undefined) return '';
  const sheet = place.sheet === undefined ? '' : `[${place.sheet}]`;
  const line = place.line === undefined ? '' : `:${place.line}`;
  const cell: string[] = [];
  if (place.column !== undefined) cell.push(lang === 'zh' ? `「${place.column}」` : `"${place.column}"`);
  const value = shortened(place.value ?? '');
  if (value !== '') cell.push(lang === 'zh' ? `“${value}”` : `'${value}'`);
  const where = cell.join(lang === 'zh' ? '' : ' ');
  const end = lang === 'zh' ? '：' : ': ';
  return `${place.file}${sheet}${line}: ${where === '' ? '' : where + end}`;
}

// Enough of a long cell to know it by.
function shortened(value: string): string {
  const letters = [...value];
  return letters.length <= LONGEST_VALUE ? value : `${letters.slice(0, LONGEST_VALUE).join('')}…`;
}
