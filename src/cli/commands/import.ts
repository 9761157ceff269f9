// import: files of records, all or nothing.
import { nearest } from '../../domain/known.ts';
import { Failure, problem } from '../../domain/problem.ts';
import { recordColumns } from '../../domain/records/record-columns.ts';
import type { RecordKind } from '../../domain/records/records.ts';
import { type ImportRequest, importFiles, startReading } from '../../jobs/import/import-batch.ts';
import { fieldNamed, inspectImport, mappingOf } from '../../jobs/import/inspect.ts';
import { render } from '../../output/formats.ts';
import { refuseTarget, writeFileWhole } from '../../output/write.ts';
import { inspectReport } from '../../report/lists/inspect.ts';
import { isAuto, runAuto } from '../answers/import-auto.ts';
import { sayImported } from '../answers/imported.ts';
import { DASH } from '../answers/outputs.ts';
import { Progress } from '../answers/progress.ts';
import type { CommandSpec, OptionSpec } from '../command-spec.ts';
import type { Input } from '../options/input.ts';
import { kindNamed } from '../options/kinds.ts';
import type { Session } from '../session.ts';

/** How a file is opened. */
const openFlags: readonly OptionSpec[] = [
  { flags: '--encoding <name>' },
  { flags: '--delimiter <character>' },
  { flags: '--sheet <name>' },
];

function openOptions(session: Session, input: Input): ImportRequest<RecordKind>['open'] {
  return {
    encoding: input.text('encoding'),
    delimiter: input.text('delimiter'),
    sheet: input.text('sheet'),
    stdin: session.context.stdin,
  };
}

function requestOf(kind: RecordKind, session: Session, input: Input): ImportRequest<RecordKind> {
  const columns = input.list('amend');
  const reason = input.text('reason');
  if (columns.length > 0 && reason === undefined)
    throw new Failure('usage', [problem('usage_amend_without_reason')]);
  refuseUnknownColumns(kind, columns);
  const writesRejects = input.flag('skipBad') === true || input.flag('dryRun') === true;
  if (input.text('rejects') !== undefined && !writesRejects) {
    throw new Failure('usage', [problem('usage_rejects_without_skip')]);
  }
  const open = openOptions(session, input);
  const field = input.text('sheetAs');
  const sheetAs = field === undefined ? undefined : fieldNamed(kind, field);
  return {
    kind,
    files: input.argumentList(1),
    open: { ...open, ...(sheetAs !== undefined && { sheet: open.sheet ?? 'all' }) },
    read: {
      headerLine: input.whole('headerLine'),
      year: input.whole('year'),
      matchNames: input.flag('matchNames') === true,
      ...(sheetAs !== undefined && { sheetAs }),
    },
    mapping: input.text('mapping') ?? null,
    amend: columns.length === 0 ? null : { columns: new Set(columns), reason: reason ?? '' },
    skipBad: input.flag('skipBad') === true,
    registerDay: input.day('on') ?? null,
  };
}

export const leaves: readonly CommandSpec[] = [
  {
    name: 'import',
    arguments: '<kind> <files...>',
    traits: ['write'],
    options: [
      { flags: '--dry-run' },
      { flags: '--skip-bad' },
      { flags: '--rejects <file>' },
      { flags: '--amend <columns>' },
      { flags: '--reason <text>' },
      { flags: '--again [numbers]', help: 'again_numbers' },
      { flags: '--mapping <file>' },
      ...openFlags,
      { flags: '--header-line <line>' },
      { flags: '--sheet-as <field>' },
      { flags: '--year <year>' },
      { flags: '--match-names' },
      { flags: '--on <day>', help: 'register_day' },
    ],
    async run(session, input) {
      if (isAuto(input.argument(0))) return runAuto(session, input);
      const request = requestOf(await kindNamed(input.argument(0), session.words), session, input);
      const rejects = input.text('rejects');
      if (rejects !== undefined && rejects !== DASH) await refuseTarget(rejects);
      const progress = new Progress(session.context, session.words, input.flag('quiet') === true);
      // Before the ledger is opened: a worker takes a while to start.
      const feed = startReading(request);
      try {
        const came = await session.writing((ledger, acting) =>
          importFiles(ledger, acting, { ...request, onRow: progress.onRow }, feed),
        );
        progress.end();
        return await sayImported(session, input, request, came);
      } finally {
        feed?.stop();
        progress.end();
      }
    },
  },
  {
    name: 'import inspect',
    arguments: '<file>',
    traits: ['list'],
    options: [
      { flags: '--kind <kind>', help: 'inspect_kind' },
      { flags: '--write-mapping <file>' },
      ...openFlags,
    ],
    async run(session, input) {
      const word = input.text('kind');
      const kind = word === undefined ? undefined : await kindNamed(word, session.words);
      const seen = await inspectImport(input.argument(0), openOptions(session, input), kind);
      if (input.flag('quiet') !== true) session.tellProblems(seen.warnings);
      const mapping = input.text('writeMapping');
      // The mapping is the answer then.
      if (mapping === DASH) return session.write([mappingOf(seen)]);
      if (mapping !== undefined) {
        await writeFileWhole(mapping, [mappingOf(seen)]);
        session.tell({ key: 'said.mapping_written', values: { file: mapping } });
      }
      // --encoding is that of the file, not of the list.
      const settings = { ...session.settings(), encoding: 'utf-8' as const };
      return session.write(render(inspectReport(seen), session.format(), settings));
    },
  },
];

/** `--amend` names columns of the kind. @throws Failure `usage` with the nearest known one */
function refuseUnknownColumns(kind: RecordKind, columns: readonly string[]): void {
  const known = recordColumns[kind].map((spec) => spec.key);
  const problems = columns
    .filter((column) => !known.includes(column))
    .map((column) => {
      const near = nearest(column, known);
      return near === undefined
        ? problem('usage_amend_unknown', { column, known })
        : problem('usage_amend_unknown_near', { column, near, known });
    });
  if (problems.length > 0) throw new Failure('usage', problems);
}
