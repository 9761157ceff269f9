// export: the records of a kind, in the columns that import takes.
import { loadWords } from '../../i18n/words.ts';
import { exportRecords } from '../../jobs/find/export.ts';
import { registerRows, registerSize } from '../../jobs/find/register.ts';
import { recordsReport } from '../../report/lists/lists.ts';
import { registerSheets } from '../../report/register-sheets.ts';
import type { CommandSpec } from '../command-spec.ts';
import { kindNamed } from '../options/kinds.ts';
import { languageOf } from '../options/language.ts';
import type { Session } from '../session.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'export',
    arguments: '<kind>',
    traits: ['list'],
    async run(session, input) {
      const kind = await kindNamed(input.argument(0), session.words);
      if (kind === 'ledger' && session.format('csv') === 'xlsx') return exportRegister(session);
      return session.printReading((db) => recordsReport(kind, exportRecords(db, kind)), 'csv');
    },
  },
];

/** The register in the office's own layout; one too long for that is written as a plain list. */
async function exportRegister(session: Session): Promise<number> {
  const { LONGEST_BUILT, renderSheets } = await import('../../output/xlsx/xlsx.ts');
  const { headers } = session;
  const words = headers === undefined ? session.words : await loadWords(languageOf(headers, {}));
  const settings = session.settings(words);
  return session.printReading((db) => {
    if (registerSize(db) > LONGEST_BUILT) return recordsReport('ledger', exportRecords(db, 'ledger'));
    const sheets = registerSheets([...registerRows(db)], settings.words);
    return (async function* () {
      yield await renderSheets(sheets, settings);
    })();
  }, 'xlsx');
}
