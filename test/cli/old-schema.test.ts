// A ledger of an older schema stays as it is until a command writes to it, and that command says so.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SCHEMA_VERSION } from '../../src/ledger/migrate.ts';
import { fixtureLedger, versionOf } from '../support/fixture-ledger.ts';
import { home, run } from '../support/run.ts';

const WORLD = { now: '2018-10-10T04:00:00Z' };
const ADD = ['cadre', 'add', 'C9', '--name', '辛八', '--rank', 'staff'];
const CLOSE = ['round', 'close', '--cutoff', '2018-10-10', '--approved-by', '书记'];
const LEFT_ALONE: readonly (readonly [code: number, args: readonly string[]])[] = [
  [0, ['import', 'cadres', '--dry-run', join(home, 'fixtures/tongjing/01-cadres.csv')]],
  [1, ['finding', 'check', 'NO-1', '--result', 'rectified', '--on', '2018-09-12', '--by', '督查甲']],
  [1, ['round', 'open', '--cutoff', '2018-01-01']],
  [1, ['reverse', 'checks-999', '--reason', '误录']],
  [1, [...CLOSE, '--expect', 'f'.repeat(64)]],
  [0, ['policy', 'show']],
  [0, ['tally', '--cutoff', '2018-10-10']],
];

describe.each([1, 2, 3].filter((version) => version < SCHEMA_VERSION))(
  'a ledger of version %i',
  (version) => {
    it.each(LEFT_ALONE)('stays as it was, byte for byte, with exit %i: %j', async (code, args) => {
      const file = fixtureLedger(version);
      const before = readFileSync(file);
      const ran = await run(['--ledger', file, ...args], WORLD);
      expect(ran.code, ran.stderr).toBe(code);
      expect(ran.stderr).not.toContain('schema version');
      expect(readFileSync(file).equals(before)).toBe(true);
    });

    it('is migrated by the first command that writes, which says so; the next one has nothing to say', async () => {
      const file = fixtureLedger(version);
      const said = `台账 ${file} 的结构已由第${version}版升级到第${SCHEMA_VERSION}版，旧版程序不能再打开。`;
      const first = await run(['--ledger', file, '--lang', 'zh', ...ADD], WORLD);
      expect({ code: first.code, lines: first.stderr.split('\n') }).toMatchObject({ code: 0 });
      expect(first.stderr.split('\n')).toContain(said);
      expect(versionOf(file)).toBe(SCHEMA_VERSION);
      const next = await run(['--ledger', file, ...ADD.with(2, 'C10')], WORLD);
      expect(next.code).toBe(0);
      expect(next.stderr).not.toContain('schema version');
    });

    it('says nothing of it with -q', async () => {
      const file = fixtureLedger(version);
      expect((await run(['--ledger', file, '-q', ...ADD], WORLD)).stderr).toBe('');
      expect(versionOf(file)).toBe(SCHEMA_VERSION);
    });
  },
);
