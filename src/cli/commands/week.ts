// week: the clerk's week up to the decisions, from the files that came in to what has to be decided.
import { shellWord } from '../../i18n/shell.ts';
import { type WeekResult, week } from '../../jobs/week/week.ts';
import { render } from '../../output/formats.ts';
import { formatFor, refuseTarget } from '../../output/write.ts';
import { decisionListReport } from '../../report/lists/decision-list.ts';
import { commandWritten } from '../../report/lists/duties.ts';
import { weekTexts } from '../../report/lists/week.ts';
import type { Text } from '../../report/report.ts';
import { answer } from '../answers/answer.ts';
import { autoCode, autoObject, autoRequest, giveAutoRejects, tellAuto } from '../answers/import-auto.ts';
import { DASH } from '../answers/outputs.ts';
import { Progress } from '../answers/progress.ts';
import type { CommandSpec } from '../command-spec.ts';
import type { Input } from '../options/input.ts';
import type { Session } from '../session.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'week',
    arguments: '<files...>',
    traits: ['write'],
    options: [
      { flags: '--cutoff <day>', help: 'week_cutoff' },
      { flags: '--decisions <file>', help: 'week_decisions' },
      { flags: '--dry-run' },
      { flags: '--match-names' },
      { flags: '--year <year>' },
      { flags: '--on <day>', help: 'register_day' },
      { flags: '--skip-bad' },
      { flags: '--rejects <file>' },
      { flags: '--again [numbers]', help: 'again_numbers' },
      { flags: '--encoding <name>' },
    ],
    async run(session, input) {
      const paths = input.argumentList(0);
      const request = { ...(await autoRequest(session, input, paths)), cutoff: input.day('cutoff') ?? null };
      const [decisions, rejects] = [input.text('decisions'), input.text('rejects')];
      for (const file of [decisions, rejects])
        if (file !== undefined && file !== DASH) await refuseTarget(file);
      const progress = new Progress(session.context, session.words, input.flag('quiet') === true);
      try {
        const came = await session.writing((ledger, acting) =>
          week(ledger, acting, { ...request, onRow: progress.onRow }),
        );
        progress.end();
        if (came.outcome !== 'already') {
          await giveAutoRejects(session, rejects, came.value.imported);
          await giveDecisions(session, decisions, came.value);
        }
        const written = came.outcome === 'written';
        const told = { written, skipBad: request.skipBad };
        return await answer(session, came, {
          tell(value, dry) {
            tellAuto(session, input, value.imported, { dry, ...told });
            for (const text of weekLines(session, input, value)) session.tell(text);
          },
          object: async (value) => ({
            ...(await autoObject(value.imported, written)),
            round: value.round?.number ?? '',
            cutoff: value.round?.cutoff ?? '',
            round_state: value.round?.state ?? '',
            tally: value.round?.tally ?? '',
            decisions_missing: value.round?.missing ?? [],
            on: value.on,
            duties_late: value.late,
            decisions_file: isListed(value) ? (decisions ?? '') : '',
            next: value.next,
          }),
          code: (value) => autoCode(value.imported, request.skipBad),
        });
      } finally {
        progress.end();
      }
    },
  },
];

function isListed({ round }: WeekResult): boolean {
  return round !== null && round.missing.length > 0;
}

/** What people are told: the round, its tally, what has to be decided, what is late, what comes next. */
function weekLines(session: Session, input: Input, value: WeekResult): Text[] {
  const { words, context } = session;
  if (value.next.length === 0) return [];
  const blank = (word: string): string => words.term(`blank.${word.toLowerCase()}`);
  const { shell } = context.typed;
  const file = isListed(value) ? input.text('decisions') : undefined;
  const next = commandWritten(file === undefined ? value.next : ['import', 'decisions', file], {
    shell,
    blank,
  });
  const again = ['week', ...input.argumentList(0), '--cutoff', value.round?.cutoff ?? ''];
  return weekTexts(value, {
    next: `yanquan ${next}`,
    file: file === undefined ? '' : shellWord(file, shell),
    again: `yanquan ${commandWritten(again, { shell, blank })}`,
  });
}

/** Writes the decision list to be filled in; nothing where nothing has to be decided. */
async function giveDecisions(session: Session, file: string | undefined, value: WeekResult): Promise<void> {
  const { round } = value;
  if (file === undefined || round === null || round.missing.length === 0) return;
  const words = await session.documentWords();
  const settings = { ...session.settings(words), width: undefined, colour: false, headers: 'words' as const };
  const format = formatFor(file) ?? 'xlsx';
  const report = decisionListReport(round, round.missing, words);
  await session.writeFile(
    file,
    render(report, format, { ...settings, bom: true, crlf: true, encoding: 'utf-8' }),
  );
}
