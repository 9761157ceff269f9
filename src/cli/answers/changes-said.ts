// What an import says of its files and of what changed: new things and what matters; with -v all of it.
import type { ImportResult } from '../../jobs/import/import-batch.ts';
import { changesTexts } from '../../report/lists/changes.ts';
import type { Input } from '../options/input.ts';
import type { Session } from '../session.ts';
import { problemObjects } from './problem-objects.ts';

/** The maximum number of matched names that are listed one by one. */
const LISTED_SINGLY = 3;

/** Says what was guessed, matched or skipped in the files, unless as last time. */
export function sayWarnings(
  session: Session,
  input: Input,
  { told: warnings, asBefore }: ImportResult,
): void {
  if (input.flag('quiet') === true) return;
  if (input.flag('verbose') === true) {
    session.tellProblems([...warnings, ...asBefore]);
    return;
  }
  const names = warnings.filter(({ code }) => code === 'name_taken');
  const inOne = names.length > LISTED_SINGLY;
  session.tellProblems(inOne ? warnings.filter(({ code }) => code !== 'name_taken') : warnings);
  if (inOne) {
    const list = names.slice(0, 10).map(({ values }) => `${values.name} ${values.cadre_no}`);
    session.tell({ key: 'changes.names', values: { count: names.length, list } });
  }
  if (asBefore.length > 0) session.tell({ key: 'changes.as_before', values: { count: asBefore.length } });
}

/** Says what a register changed. @param written false for a dry run and a refusal */
export function sayChanges(session: Session, { changes }: ImportResult, written: boolean): void {
  if (changes === null) return;
  for (const text of changesTexts(changes, written)) session.tell(text);
}

/** What `--json` has of it: everything. */
export async function changesJson({ told: warnings, asBefore, changes }: ImportResult): Promise<object> {
  const said = await problemObjects([...warnings, ...asBefore]);
  return { told: said, ...(changes !== null && { changes }) };
}
