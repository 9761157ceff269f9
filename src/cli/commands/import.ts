// import: files of records, all or nothing.
import { Failure, problem } from '../../domain/problem.ts';
import type { RecordKind } from '../../domain/records.ts';
import type { Committed } from '../../jobs/committed.ts';
import { type ImportRequest, type ImportResult, importFiles } from '../../jobs/import-batch.ts';
import { render } from '../../output/formats.ts';
import { formatFor, writeFileWhole } from '../../output/write.ts';
import { rejectsReport } from '../../report/rejects.ts';
import { exitCodes, OK } from '../exit.ts';
import type { Input } from '../input.ts';
import { kindNamed } from '../kinds.ts';
import type { Leaf } from '../leaf.ts';
import type { Session } from '../session.ts';

function requestOf(kind: RecordKind, input: Input): ImportRequest<RecordKind> {
  const columns = input.list('amend');
  const reason = input.text('reason');
  if (columns.length > 0 && reason === undefined)
    throw new Failure('usage', [problem('usage_amend_without_reason')]);
  if (input.text('rejects') !== undefined && input.flag('skipBad') !== true) {
    throw new Failure('usage', [problem('usage_rejects_without_skip')]);
  }
  return {
    kind,
    files: input.argumentList(1),
    open: {
      encoding: input.text('encoding'),
      delimiter: input.text('delimiter'),
      sheet: input.text('sheet'),
    },
    read: {
      headerLine: input.whole('headerLine'),
      year: input.whole('year'),
      matchNames: input.flag('matchNames') === true,
    },
    mapping: input.text('mapping') ?? null,
    amend: columns.length === 0 ? null : { columns: new Set(columns), reason: reason ?? '' },
    skipBad: input.flag('skipBad') === true,
    registerDay: input.day('on') ?? null,
  };
}

export const leaves: readonly Leaf[] = [
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
      { flags: '--json' },
      { flags: '--mapping <file>' },
      { flags: '--encoding <name>' },
      { flags: '--delimiter <character>' },
      { flags: '--header-line <line>' },
      { flags: '--sheet <name>' },
      { flags: '--year <year>' },
      { flags: '--match-names' },
      { flags: '--on <day>', help: 'register_day' },
    ],
    async run(session, input) {
      const request = requestOf(kindNamed(input.argument(0)), input);
      const came = await session.writing((ledger, acting) => importFiles(ledger, acting, request));
      return sayImported(session, input, request, came);
    },
  },
];

async function sayImported(
  session: Session,
  input: Input,
  request: ImportRequest<RecordKind>,
  came: Committed<ImportResult>,
): Promise<number> {
  if (came.outcome === 'already') {
    session.tell({ key: 'said.already', values: { seq: came.seq } });
    return OK;
  }
  const result = came.value;
  if (input.flag('quiet') !== true) session.tellProblems(result.told);
  const rejects = result.rejects.flatMap((table) => table.rows);
  session.tellProblems(rejects.flatMap((row) => row.problems));
  const refused = result.rejected > 0 && !request.skipBad;
  const file = input.text('rejects');
  if (file !== undefined && result.rejected > 0 && input.flag('dryRun') !== true) {
    const reports = rejectsReport(result.rejects, session.words);
    await writeFileWhole(
      file,
      render(reports, formatFor(file) ?? 'csv', {
        ...session.settings(),
        bom: true,
        crlf: true,
        width: undefined,
        colour: false,
      }),
    );
    session.tell({ key: 'said.rejects_written', values: { file, count: result.rejected } });
  }
  if (result.late > 0) session.tell({ key: 'said.late_rows', values: { count: result.late } });
  const { added, unchanged, amended, rejected } = result;
  if (input.flag('json') === true) {
    const summary = {
      ...{ kind: result.kind, added, unchanged, amended, rejected },
      written: came.outcome === 'written',
      dry_run: input.flag('dryRun') === true,
      batches: came.outcome === 'written' ? result.batches : [],
    };
    await session.write([`${JSON.stringify(summary)}\n`]);
  }
  const key = refused
    ? 'said.import_refused'
    : input.flag('dryRun') === true
      ? 'said.import_dry'
      : 'said.imported';
  session.tell({
    key,
    values: { kind: { term: `kind.${result.kind}` }, added, unchanged, amended, rejected },
  });
  if (came.outcome === 'written') {
    for (const batch of result.batches)
      session.tell({ key: 'said.batch', values: { batch: batch.id, file: batch.file } });
  }
  if (refused) return exitCodes.refused;
  return rejected > 0 ? exitCodes.found : OK;
}
