// All that is said in English. A new file is added here, and to the same list of the other language.
import { batch } from './batch.ts';
import { care } from './care.ts';
import { changes } from './changes.ts';
import { clocks } from './clocks.ts';
import { columns } from './columns.ts';
import { documents } from './documents.ts';
import { explanations } from './explanations.ts';
import { forms } from './forms.ts';
import { given } from './given.ts';
import { help } from './help.ts';
import { lists } from './lists.ts';
import { looks } from './looks.ts';
import { measures } from './measures.ts';
import { newYear } from './new-year.ts';
import { nextSteps } from './next-steps.ts';
import { office } from './office.ts';
import { page } from './page.ts';
import { papers } from './papers.ts';
import { problemsCalendar } from './problems-calendar.ts';
import { problemsIntake } from './problems-intake.ts';
import { problemsLedger } from './problems-ledger.ts';
import { problemsOutput } from './problems-output.ts';
import { problemsPersons } from './problems-persons.ts';
import { problemsServer } from './problems-server.ts';
import { rechecks } from './rechecks.ts';
import { reversal } from './reversal.ts';
import { said } from './said.ts';
import { server } from './server.ts';
import { sheets } from './sheets.ts';
import { terms } from './terms.ts';
import { topics } from './topics.ts';
import { week } from './week.ts';
import { work } from './work.ts';
import { workWords } from './work-words.ts';

/** The dictionaries of the language; problems are keyed by their code. */
export const dictionaries: readonly Readonly<Record<string, string>>[] = [
  terms,
  batch,
  care,
  changes,
  clocks,
  columns,
  documents,
  explanations,
  forms,
  lists,
  looks,
  measures,
  newYear,
  nextSteps,
  topics,
  office,
  page,
  papers,
  problemsIntake,
  problemsCalendar,
  problemsLedger,
  problemsOutput,
  problemsPersons,
  problemsServer,
  rechecks,
  reversal,
  said,
  server,
  given,
  sheets,
  help,
  week,
  work,
  workWords,
];
