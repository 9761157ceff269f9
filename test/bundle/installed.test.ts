// The npm package, installed into an empty folder: it works with the packages that it asks for, and gets no others.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { home } from '../support/run.ts';

const place = mkdtempSync(join(tmpdir(), 'yanquan-installed-'));
const project = join(place, 'empty');
const packages = join(project, 'node_modules');
// The Node of these tests, whatever the machine has.
const env = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` };
const npm = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund'], { cwd, env, encoding: 'utf8' });
const run = (...args: readonly string[]) =>
  spawnSync(join(packages, '.bin', 'yanquan'), args, { cwd: project, env, encoding: 'utf8' });

beforeAll(() => {
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  // Packing builds.
  npm(home, 'pack', '--silent', '--pack-destination', place);
  const [file = ''] = readdirSync(place).filter((name) => name.endsWith('.tgz'));
  npm(project, 'install', join(place, file));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

it('brings the five packages that were asked for by name, and what these need', () => {
  const { dependencies } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const five = ['better-sqlite3', 'chalk', 'cli-table3', 'commander', 'zod'];
  expect(Object.keys(dependencies)).toEqual(five);
  for (const name of [...five, 'yanquan']) expect(readdirSync(packages)).toContain(name);
  for (const name of ['docx', 'yaml', 'pg', 'hucre', 'rolldown'])
    expect(readdirSync(packages)).not.toContain(name);
});

it('has the licences of what is bundled', () => {
  expect(readFileSync(join(packages, 'yanquan', 'dist', 'THIRD-PARTY'), 'utf8')).toMatch(/^docx \d/m);
});

it('makes the demo, with notices, and verifies it', () => {
  expect(run('--version')).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
  const demo = join(project, 'demo');
  expect(run('demo', '--dir', demo).status).toBe(0);
  expect(readdirSync(demo).filter((name) => name.endsWith('.docx'))).toHaveLength(2);
  expect(run('--ledger', join(demo, 'yanquan.db'), 'verify').status).toBe(0);
  const book = join(demo, '台账.xlsx');
  expect(run('--ledger', join(demo, 'yanquan.db'), 'export', 'findings', '-o', book).status).toBe(0);
  expect(existsSync(book)).toBe(true);
  // A policy is YAML, checked by zod.
  const policy = join(demo, 'policy.yaml');
  expect(run('--ledger', join(demo, 'yanquan.db'), 'policy', 'show', '-o', policy).status).toBe(0);
  expect(run('policy', 'check', policy).status).toBe(0);
});
