// finding form: the application for closing, to be filled in and signed.
import { showFinding } from '../../jobs/find/find-findings.ts';
import { DOCUMENT, documentFormat, printDocument } from '../answers/documents.ts';
import type { CommandSpec } from '../command-spec.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'finding form',
    arguments: '<finding_no...>',
    options: [DOCUMENT, { flags: '-o, --output <file>' }],
    async run(session, input) {
      const shown = await session.reading((db) => input.numbers(0).map((number) => showFinding(db, number)));
      const { closingForms } = await import('../../report/forms/closing-form.ts');
      const document = closingForms(shown, await session.documentWords());
      return printDocument(session, document, documentFormat(input) ?? 'md');
    },
  },
];
