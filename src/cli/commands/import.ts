// import: files of records, all or nothing.
import { nearest } from '../../domain/known.ts';
import { Failure, problem } from '../../domain/problem.ts';
import { recordColumns } from '../../domain/record-columns.ts';
import type { RecordKind } from '../../domain/records.ts';
import type { Committed } from '../../jobs/committed.ts';
import { type ImportRequest, type ImportResult, importFiles, readBeside } from '../../jobs/import-batch.ts';
import { inspectImport, mappingOf } from '../../jobs/inspect.ts';
import { cleanLine } from '../../output/clean.ts';
import { render } from '../../output/formats.ts';
import { formatFor, refuseTarget, writeFileWhole } from '../../output/write.ts';
import { inspectReport } from '../../report/inspect.ts';
import { rejectsReport } from '../../report/rejects.ts';
import { wordMapLines } from '../../report/word-map.ts';
import { changesJson, sayChanges, sayTold } from '../changes-said.ts';
import { exitCodes, OK } from '../exit.ts';
import type { Input } from '../input.ts';
import { kindNamed } from '../kinds.ts';
import type { Leaf, OptionSpec } from '../leaf.ts';
import { DASH } from '../outputs.ts';
import { Progress } from '../progress.ts';
import type { Session } from '../session.ts';
import { YoungSpace } from '../young-space.ts';

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
  if (input.text('rejects') !== undefined && input.flag('skipBad') !== true) {
    throw new Failure('usage', [problem('usage_rejects_without_skip')]);
  }
  return {
    kind,
    files: input.argumentList(1),
    open: openOptions(session, input),
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
      { flags: '--again [numbers]', help: 'again_numbers' },
      { flags: '--json' },
      { flags: '--mapping <file>' },
      ...openFlags,
      { flags: '--header-line <line>' },
      { flags: '--year <year>' },
      { flags: '--match-names' },
      { flags: '--on <day>', help: 'register_day' },
      { flags: '-v, --verbose', help: 'import_verbose' },
    ],
    async run(session, input) {
      const request = requestOf(await kindNamed(input.argument(0), session.words), session, input);
      const rejects = input.text('rejects');
      if (rejects !== undefined && rejects !== DASH) await refuseTarget(rejects);
      const young = new YoungSpace();
      const progress = new Progress(session.context, session.words, input.flag('quiet') === true);
      // Before the ledger is opened: a thread takes a while to start.
      const feed = readBeside(request);
      const onRow: ImportRequest<RecordKind>['onRow'] = (phase, rows) => {
        progress.onRow(phase, rows);
        young.onRow(phase, rows);
      };
      try {
        const came = await session.writing((ledger, acting) =>
          importFiles(ledger, acting, { ...request, onRow }, feed),
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
      if (input.flag('quiet') !== true) session.tellProblems(seen.told);
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
  sayTold(session, input, result);
  const rejects = result.rejects.flatMap((table) => table.rows);
  session.tellProblems(rejects.flatMap((row) => row.problems));
  const refused = result.rejected > 0 && !request.skipBad;
  let answered: number = OK;
  const file = input.text('rejects');
  if (file !== undefined && result.rejected > 0 && input.flag('dryRun') !== true) {
    answered = await writeRejects(session, file, result);
    if (file !== DASH)
      session.tell({ key: 'said.rejects_written', values: { file, count: result.rejected } });
  }
  const { count, on } = result.undatedWords;
  if (count > 0 && !refused) session.tell({ key: 'said.words_dated', values: { count, on } });
  if (result.late > 0) session.tell({ key: 'said.late_rows', values: { count: result.late } });
  const { added, unchanged, amended, rejected } = result;
  if (input.flag('json') === true) {
    const summary = {
      ...{ kind: result.kind, added, unchanged, amended, rejected },
      written: came.outcome === 'written',
      dry_run: input.flag('dryRun') === true,
      batches: came.outcome === 'written' ? result.batches : [],
      ...changesJson(session, result),
      reversed_before: result.leftOut.map(({ number, id, reversal: { on, actor, reason } }) => ({
        ...{ number, id, reversed_on: on, reversed_by: actor, reason },
      })),
    };
    answered = await session.write([`${JSON.stringify(summary)}\n`]);
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
  sayLeftOut(session, result.leftOut);
  sayChanges(session, result, !refused && input.flag('dryRun') !== true);
  // A refusal ends with what settles it.
  sayWords(session, result);
  if (refused) return exitCodes.refused;
  if (answered !== OK) return answered;
  return rejected > 0 ? exitCodes.found : OK;
}

/** Rejected rows as a file that can be imported again, or on standard output. Returns the exit code. */
async function writeRejects(session: Session, file: string, { rejects }: ImportResult): Promise<number> {
  const toFile = file !== DASH;
  // Always UTF-8, whatever the encoding of the file: it is told by its BOM.
  const settings = { ...session.settings(), encoding: 'utf-8' as const, bom: toFile, crlf: toFile };
  const format = (toFile ? formatFor(file) : undefined) ?? 'csv';
  const rendered = render(rejectsReport(rejects, session.words), format, {
    ...settings,
    width: undefined,
    colour: false,
  });
  if (!toFile) return session.write(rendered);
  await session.writeFile(file, rendered);
  return OK;
}

/** How to settle the words that were not understood: the lines of a mapping file, ready to be filled in. */
function sayWords(session: Session, { rejects }: ImportResult): void {
  const lines = wordMapLines(rejects);
  if (lines.length === 0) return;
  session.tell({ key: 'said.map_words' });
  for (const line of lines) session.context.stderr(`${cleanLine(line)}\n`);
}

/** Names what was left out because it was reversed before, by who reversed it, when and why. */
function sayLeftOut(session: Session, leftOut: ImportResult['leftOut']): void {
  const groups = Map.groupBy(leftOut, ({ reversal: { seq, reason } }) => `${seq} ${reason}`);
  for (const facts of groups.values()) {
    const [first] = facts;
    if (first === undefined) continue;
    const { on, actor: by, reason: why } = first.reversal;
    const numbers = facts.map(({ number, id }) => `${number} ${id}`);
    session.tell({ key: 'said.left_out', values: { count: facts.length, numbers, on, by, why } });
  }
  if (leftOut.length > 0) session.tell({ key: 'said.left_out_again' });
}
