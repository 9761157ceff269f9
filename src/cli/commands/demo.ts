// demo: the round of 2018-09-12 and the one after it, on invented people, through the ordinary commands.
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  statSync,
} from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { Writable } from 'node:stream';
import { refusal } from '../../domain/problem.ts';
import { settingOf, shellWord } from '../../i18n/shell.ts';
import { refuseSideFile } from '../../output/write.ts';
import { answerDone } from '../answers/answer.ts';
import type { CommandSpec } from '../command-spec.ts';
import { OK } from '../exit.ts';
import type { Session } from '../session.ts';

/** A step: the words of a command. `FILES/` and `OUT/` are replaced by the demo's folders. */
type Step = readonly string[];

const imported = (kind: string, file: string): Step => ['import', kind, `FILES/${file}.csv`];
const APPROVED = '审定甲';
/** The findings of the first dispatch order: all of one station, outstanding when it is sent. */
const ORDERED = ['HT-001', 'HT-004', 'HT-008', 'HT-009', 'SX-007', 'SX-009', 'SJ-010', 'SJ-011', 'HT-024'];

/** The steps of a round: what is brought in, then open, decide, tally, close, and the lists. */
const steps: readonly Step[] = [
  ['init', '--township', '桶井乡', '--policy', 'FILES/policy.yaml'],
  imported('cadres', '01-cadres'),
  imported('findings', '02-findings'),
  [
    ...[
      'dispatch',
      'new',
      '--no',
      '〔2018〕1号',
      '--station',
      '东岭作战所',
      '--on',
      '2018-09-03',
      '--due',
      '2018-09-12',
    ],
    ...['--issued-by', '派单甲', '--finding', ORDERED.join(',')],
  ],
  ['dispatch', 'receive', '〔2018〕1号', '--by', '东岭作战所值班员', '--on', '2018-09-03'],
  imported('reports', '03-reports'),
  imported('checks', '04-checks'),
  imported('extensions', '05-extensions'),
  imported('objections', '06-objections'),
  imported('tasks', '07-tasks'),
  imported('progress', '08-progress'),
  imported('attendance', '09-attendance'),
  ['round', 'open', '--cutoff', '2018-09-12'],
  imported('decisions', '10-decisions'),
  ['tally'],
  ['round', 'close', '--approved-by', APPROVED, '--meeting', '9月12日乡党委会议'],
  ['circle'],
  ['notice', '--round', '1', '-o', 'OUT/通报-第1轮.md'],
  ['notice', '--round', '1', '-o', 'OUT/通报-第1轮.docx'],
  ['training', '--round', '1', '-o', 'OUT/培训拟定对象-第1轮.csv'],
  // The days left are counted from a day of the story, not from today.
  ['due', '--until', '2018-09-19', '--on', '2018-09-13', '-o', 'OUT/下一轮之前.csv'],
  imported('findings', '11-findings'),
  imported('reports', '12-reports'),
  imported('checks', '13-checks'),
  imported('reassignments', '14-reassignments'),
  imported('objections', '15-objections'),
  // A second objection on the ground that was dismissed: the finding counts meanwhile.
  [
    ...['finding', 'object', 'HT-025', '--cadre', 'TJ009', '--ground', 'deadline', '--on', '2018-09-17'],
    ...['--reason', '县级部门9月14日后仍未回函，时限仍然过短'],
  ],
  imported('progress', '16-progress'),
  imported('attendance', '17-attendance'),
  imported('statements', '18-statements'),
  imported('talks', '19-talks'),
  ['task', 'show', 'ZX-02'],
  ['round', 'open', '--cutoff', '2018-09-19'],
  imported('decisions', '20-decisions'),
  ['tally'],
  ['round', 'close', '--approved-by', APPROVED, '--meeting', '9月19日乡党委会议'],
  ['circle'],
  ['duties', '--on', '2018-09-19'],
  ['notice', '--round', '2', '-o', 'OUT/通报-第2轮.md'],
  ['notice', '--round', '2', '-o', 'OUT/通报-第2轮.docx'],
  ['explain', 'TJ022', '--round', '2', '--format', 'md', '-o', 'OUT/说明-TJ022.md'],
  ['explain', 'TJ004', '--round', '2', '--format', 'md', '-o', 'OUT/说明-TJ004.md'],
  ['explain', 'TJ009', '--round', '2', '--format', 'md', '-o', 'OUT/说明-TJ009.md'],
];

/** Takes everything and keeps nothing. */
const nowhere = (): Writable =>
  new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });

/** A file stands in its way, or it may not be made. */
const NO_FOLDER_HERE = new Set(['EEXIST', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'ELOOP', 'ENOENT']);

export const leaves: readonly CommandSpec[] = [
  {
    name: 'demo',
    traits: ['answer'],
    options: [{ flags: '--dir <folder>' }],
    async run(session, input) {
      const folder = input.text('dir') ?? 'yanquan-demo';
      const ledger = join(folder, 'yanquan.db');
      if (existsSync(ledger)) throw refusal('ledger_exists', { file: ledger });
      await refuseSideFile(resolve(folder));
      const files = join(folder, 'files');
      makeFolder(folder);
      makeFolder(files);
      copyFiles(join(session.context.home, 'fixtures', 'tongjing'), files);
      const code = await runSteps(session, { FILES: files, OUT: folder }, ledger);
      if (code === OK) session.tell({ key: 'said.demo_done', values: { file: ledger, folder } });
      if (code !== OK || !session.json) return code;
      return answerDone(session, { what: 'made', ledger, folder, commands: steps.length });
    },
  },
];

/** A folder that only its owner looks into, whatever the umask; one that is there stays as it is. @throws Failure */
function makeFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENAMETOOLONG') throw refusal('name_too_long', { file: folder });
    if (NO_FOLDER_HERE.has(String(code))) throw refusal('output_folder_denied', { folder });
    throw error;
  }
}

/** Copies the demo's files to where none of them is, not even as a link. @throws Failure `refused` when one is there */
function copyFiles(from: string, to: string): void {
  const copies = readdirSync(from).map((name) => ({ name, copy: join(to, name) }));
  const existing = copies.find(({ copy }) => lstatSync(copy, { throwIfNoEntry: false }) !== undefined);
  if (existing !== undefined) throw refusal('copy_exists', { file: existing.copy });
  for (const { name, copy } of copies) {
    copyFileSync(join(from, name), copy, constants.COPYFILE_EXCL);
    chmodSync(copy, 0o600);
  }
}

/** A file of a folder as a word of a command line, where a dash at its beginning would make an option of it. */
function inFolder(folder: string, name: string): string {
  const path = join(folder, name);
  return path.startsWith('-') ? `.${sep}${path}` : path;
}

async function runSteps(
  session: Session,
  folders: Readonly<Record<'FILES' | 'OUT', string>>,
  ledger: string,
): Promise<number> {
  const context = {
    ...session.context,
    env: {
      ...session.context.env,
      YANQUAN_LEDGER: ledger,
      YANQUAN_LANG: session.words.lang,
      // Its lists are for people.
      YANQUAN_HEADERS: session.words.lang,
    },
    // One object is the answer then, not what the commands say.
    ...(session.json && { stdout: nowhere(), stderr: () => undefined }),
  };
  const show = (line: string): Promise<number> | number => (session.json ? OK : session.write([line]));
  const { shell, program } = session.context.typed;
  const prompt = shell === 'posix' ? '$' : '>';
  await show(`${prompt} ${settingOf('YANQUAN_LEDGER', ledger, shell)}\n`);
  for (const step of steps) {
    const words = step.map((word) => {
      const [folder = '', name] = word.split('/');
      return name !== undefined && folder in folders
        ? inFolder(folders[folder as keyof typeof folders], name)
        : word;
    });
    const line = words.map((word) => shellWord(word, shell)).join(' ');
    await show(`\n${prompt} ${program} ${line}\n`);
    const code = await session.main(words, context);
    if (code !== OK) return code;
  }
  return OK;
}
