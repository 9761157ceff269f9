// The bag for arm64 makes its demo under qemu, with the C library of Debian's cross packages.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeBags, unpackBag } from '../support/bags.ts';
import { runOk } from '../support/run.ts';

const LIBRARIES = '/usr/aarch64-linux-gnu';
const place = mkdtempSync(join(tmpdir(), 'yanquan-arm-'));
let bag = '';

beforeAll(() => {
  makeBags(place, 'linux-arm64');
  bag = unpackBag(place, 'linux-arm64', join(place, '严圈 试用'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

it('makes the demo, and the ledger is whole here', async () => {
  const args = ['-L', LIBRARIES, join(bag, 'node/node'), join(bag, 'app/bin/yanquan.js')];
  const { status, stderr } = spawnSync('qemu-aarch64', [...args, 'demo', '--dir', join(place, 'demo')], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, expect.stringContaining('yanquan.db')]);
  expect(readdirSync(join(place, 'demo')).filter((name) => name.endsWith('.docx'))).toHaveLength(2);
  await runOk(['--ledger', join(place, 'demo', 'yanquan.db'), 'verify']);
});
