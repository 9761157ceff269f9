// Where and in which language the program runs changes no digest and no document: four time zones, three locales, real processes.
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { randomLedger } from '../reference/random-ledger.ts';
import { runSeriesBuilt } from '../support/built.ts';
import { demoLedgerIn } from '../support/demo.ts';
import { drive } from '../support/drive.ts';
import { temporaryFolder } from '../support/folder.ts';
import { runOk } from '../support/run.ts';

const ZONES = ['Asia/Shanghai', 'UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'];
const LOCALES = ['zh_CN.UTF-8', 'en_US.UTF-8', 'C'];
const NOTICES = ['notice.md', 'notice.docx'];
const DIGEST = /[0-9a-f]{64}/;

interface Came {
  readonly tally: string;
  readonly draft: string;
  readonly closing: string;
  readonly files: Readonly<Record<string, string>>;
}

/**
 * On copies of ledgers, in one place: the open round tallied and closed, its notice and lists written, by a process of
 * their own.
 */
async function cameIn(zone: string, locale: string, ledgers: readonly string[]): Promise<readonly Came[]> {
  const folders = ledgers.map(() => temporaryFolder());
  const commands = ledgers.map((ledger, at) => {
    const to = (name: string): string => join(folders[at] ?? '', name);
    copyFileSync(ledger, to('yanquan.db'));
    return [
      ['tally', '--format', 'csv'],
      ['round', 'close', '--future', '--approved-by', '签批·书记'],
      ...NOTICES.map((name) => ['notice', '-o', to(name)]),
    ].map((args) => [...args, '--ledger', to('yanquan.db')]);
  });
  const env = { TZ: zone, LANG: locale, LC_ALL: undefined, LC_MESSAGES: undefined, YANQUAN_LANG: undefined };
  const ran = await runSeriesBuilt(commands.flat(), env);
  for (const { code, stderr } of ran) expect(code, stderr).toBe(0);
  return folders.map((folder, at) => {
    const [tally, close] = ran.slice(at * (2 + NOTICES.length));
    expect(tally?.stderr).toContain(locale.startsWith('zh') ? '完整性校验值' : 'Digest');
    const hash = (name: string) => createHash('sha256').update(readFileSync(join(folder, name)));
    return {
      tally: DIGEST.exec(tally?.stderr ?? '')?.[0] ?? '',
      draft: DIGEST.exec(close?.stderr ?? '')?.[0] ?? '',
      closing: close?.stdout ?? '',
      files: {
        ...Object.fromEntries(NOTICES.map((name) => [name, hash(name).digest('hex')])),
        'tally.csv': tally?.stdout ?? '',
      },
    };
  });
}

/** Opens a round and decides in it whatever the policy wants decided. */
async function opened(ledger: string, cutoff: string): Promise<void> {
  const at = ['--ledger', ledger, '--future'];
  await runOk(['round', 'open', '--cutoff', cutoff, ...at]);
  const { stdout } = await runOk(['tally', '--format', 'json', ...at]);
  for (const { cadre_no, measure } of JSON.parse(stdout) as { cadre_no: string; measure: string }[]) {
    if (measure === 'none') continue;
    await runOk(['decide', cadre_no, '--measure', measure, '--by', '组织·委员', '--reason', '研究', ...at]);
  }
}

it('the demo and a random ledger come to the same everywhere', { timeout: 300_000 }, async () => {
  const { policy, steps } = randomLedger(2018, { undo: true, dispatch: true, cancellations: true });
  const random = await drive(temporaryFolder(), policy, steps);
  const ledgers = [await demoLedgerIn(temporaryFolder()), random.ledger];
  await opened(ledgers[0] ?? '', '2018-09-26');
  await opened(ledgers[1] ?? '', '2099-01-07');
  const places = ZONES.flatMap((zone) => LOCALES.map((locale) => [zone, locale] as const));
  const came: (readonly Came[])[] = [];
  for (const [zone, locale] of places) came.push(await cameIn(zone, locale, ledgers));
  const [first = [], ...others] = came;
  for (const { tally, draft, closing } of first) {
    expect(tally).toMatch(DIGEST);
    expect(draft).toBe(tally);
    expect(closing).toMatch(DIGEST);
  }
  expect(others).toHaveLength(11);
  for (const [at, other] of others.entries()) expect(other, places[at + 1]?.join(' ')).toEqual(first);
});
