// The simulation of a province, scaled down: it runs through, reports what each part cost, and its sums are right.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const simulation = new URL('simulate.ts', import.meta.url).pathname;

test('a small province publishes its rounds, and the overview sums them', { timeout: 120_000 }, async () => {
  const env = { ...process.env, LEDGERS: '6', ROUNDS: '4', LINES: '30', PHASES: '2' };
  const { stdout } = await promisify(execFile)(process.execPath, [simulation], { env });
  const [, , ...rows] = stdout.split('\n').filter((line) => line.startsWith('|'));
  expect(rows.map((row) => row.split('|').slice(1, 3).map(Number))).toEqual([
    [12, 360],
    [24, 720],
  ]);
});
