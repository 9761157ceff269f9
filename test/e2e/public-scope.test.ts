// What may be put up in public names no one: random histories, every format of a public notice, and the page without
// names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { randomLedger } from '../reference/random-ledger.ts';
import { drive } from '../support/drive.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { runOk } from '../support/run.ts';

const SEEDS = Number(process.env.SEEDS ?? 3);
const VILLAGERS = ['石大山', '覃桂花', '欧阳德旺'];
const DAY = '2030-01-02';

/** All that a file holds: the parts of a package one after the other, its properties and the names of its parts too. */
function contentOf(file: string): string {
  const bytes = readFileSync(file);
  if (!/\.(docx|xlsx)$/.test(file)) return bytes.toString('utf8');
  return Object.entries(unzipSync(bytes))
    .map(([path, part]) => `${path}\n${Buffer.from(part).toString('utf8')}`)
    .join('\n');
}

/** One more round, whose texts name villagers and cadres wherever a text is possible. */
async function closeWithNames(ledger: string, folder: string, cadres: readonly Cadre[]): Promise<void> {
  const [one, other] = cadres.filter((each) => each.left_on === '');
  if (one === undefined || other === undefined) throw new Error('the history has no two cadres');
  const told = `${VILLAGERS.join('、')}反映，${one.name}、${other.name}未到场`;
  const columns =
    'finding_no,source,clause,area,village,description,reason,action,standard,found_on,due_on,cadre_no,remark';
  const row = (no: string, who: Cadre) =>
    `${no},巡察,${told},产业覆盖,上寨村,${told},${told},${told},${told},2030-01-01,${DAY},${who.cadre_no},${told}`;
  const file = put(folder, 'names.csv', `${columns}\n${row('N1', one)}\n${row('N2', other)}\n`);
  const at = ['--ledger', ledger, '--future'];
  await runOk(['import', 'findings', file, ...at]);
  await runOk(['round', 'open', '--cutoff', DAY, ...at]);
  const decision = ['--measure', 'reminder_talk', '--by', '组织·委员', '--reason', told];
  await runOk(['decide', one.cadre_no, ...decision, ...at]);
  await runOk([
    'round',
    'close',
    '--approved-by',
    '签批·书记',
    '--meeting',
    `${one.name}列席的党委会`,
    ...at,
  ]);
}

interface Cadre {
  readonly cadre_no: string;
  readonly name: string;
  readonly left_on: string;
}

/** Every name as it is written, and without the spaces that some put into it. */
function namesIn(content: string, cadres: readonly Cadre[]): string[] {
  const names = [...VILLAGERS, '签批·书记', '组织·委员', ...cadres.map((each) => each.name)];
  return names.flatMap((name) => [name, name.replace(/\s/gu, '')]).filter((name) => content.includes(name));
}

describe('in public', () => {
  it.each(Array.from({ length: SEEDS }, (_, at) => at + 101))(
    'a history from seed %i names nobody, in no format',
    async (seed) => {
      const folder = temporaryFolder();
      const { policy: random, steps } = randomLedger(seed, { dispatch: true, cancellations: true });
      const policy = { ...(random as object), require_decision: [] };
      const { ledger, rounds } = await drive(folder, policy, steps);
      const list = await runOk(['export', 'cadres', '--format', 'json', '--ledger', ledger]);
      const cadres: Cadre[] = JSON.parse(list.stdout);
      await closeWithNames(ledger, folder, cadres);
      const written = async (name: string, ...args: readonly string[]): Promise<string> => {
        const file = join(folder, name);
        await runOk([...args, '-o', file, '--lang', 'zh', '--ledger', ledger]);
        return contentOf(file);
      };
      for (const round of [rounds.length, rounds.length + 1].filter((each) => each > 0)) {
        const notice = ['notice', '--round', String(round), '--scope'] as const;
        for (const format of ['docx', 'html', 'md', 'xlsx']) {
          const content = await written(`p${round}.${format}`, ...notice, 'public');
          expect(namesIn(content, cadres), `round ${round} as ${format}`).toEqual([]);
          // What is looked through is the notice.
          expect(content).toMatch(/巡察|产业覆盖|涉及/);
        }
      }
      expect(namesIn(await written('page.html', 'dashboard'), cadres)).toEqual([]);
      // With names they are there, so the search finds what there is.
      expect(namesIn(await written('named.html', 'dashboard', '--names'), cadres)).not.toEqual([]);
      const last = ['notice', '--round', String(rounds.length + 1), '--scope', 'leader'] as const;
      for (const format of ['docx', 'xlsx'])
        expect(namesIn(await written(`l.${format}`, ...last), cadres)).not.toEqual([]);
    },
  );
});
