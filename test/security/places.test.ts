// Where and in which language the program runs changes no digest and no document: four time zones, three locales, real processes.
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { randomLedger } from '../reference/random-ledger.ts';
import { runBuilt } from '../support/built.ts';
import { demoLedgerIn } from '../support/demo.ts';
import { drive } from '../support/drive.ts';
import { temporaryFolder } from '../support/folder.ts';
import { runOk } from '../support/run.ts';

const ZONES = ['Asia/Shanghai', 'UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'];
const LOCALES = ['zh_CN.UTF-8', 'en_US.UTF-8', 'C'];
const DIGEST = /[0-9a-f]{64}/;

interface Came {
  readonly tally: string;
  readonly close: string;
  readonly files: Readonly<Record<string, string>>;
}

/** On a copy of a ledger: the open round tallied and closed, its notice and lists written, all in one place. */
async function cameIn(zone: string, locale: string, ledger: string): Promise<Came> {
  const folder = temporaryFolder();
  const own = join(folder, 'yanquan.db');
  copyFileSync(ledger, own);
  const env = { TZ: zone, LANG: locale, LC_ALL: undefined, LC_MESSAGES: undefined, YANQUAN_LANG: undefined };
  const yanquan = async (...args: readonly string[]) => {
    const ran = await runBuilt([...args, '--ledger', own], env);
    expect(ran.code, ran.stderr).toBe(0);
    return ran;
  };
  const tally = await yanquan('tally', '--format', 'csv');
  const close = await yanquan('round', 'close', '--future', '--approved-by', '签批·书记');
  const files: Record<string, string> = {};
  for (const name of ['notice.md', 'notice.docx']) {
    await yanquan('notice', '-o', join(folder, name));
    files[name] = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  }
  expect(tally.stderr).toContain(locale.startsWith('zh') ? '完整性校验值' : 'Digest');
  return {
    tally: DIGEST.exec(tally.stderr)?.[0] ?? '',
    close: DIGEST.exec(close.stdout)?.[0] ?? '',
    files: { ...files, 'tally.csv': tally.stdout },
  };
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

async function expectOneAnswer(ledger: string, cutoff: string): Promise<void> {
  await opened(ledger, cutoff);
  const first = await cameIn('Asia/Shanghai', 'zh_CN.UTF-8', ledger);
  expect(first.tally).toMatch(DIGEST);
  expect(first.close).toBe(first.tally);
  for (const zone of ZONES) {
    for (const locale of LOCALES)
      expect(await cameIn(zone, locale, ledger), `${zone} ${locale}`).toEqual(first);
  }
}

describe('the same ledger', () => {
  it('the demo', { timeout: 300_000 }, async () => {
    await expectOneAnswer(await demoLedgerIn(temporaryFolder()), '2018-09-26');
  });

  it('a random one', { timeout: 300_000 }, async () => {
    const { policy, steps } = randomLedger(2018, { undo: true, dispatch: true, cancellations: true });
    const { ledger } = await drive(temporaryFolder(), policy, steps);
    await expectOneAnswer(ledger, '2099-01-07');
  });
});
