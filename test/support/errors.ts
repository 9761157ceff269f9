// A small ledger for refusals, built through the command line, and what must hold of every refusal.
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ProblemCode } from '../../src/domain/codes/problem-codes.ts';
import { madeOnce } from './made-once.ts';
import { home, type Ran, run, runOk, type World } from './run.ts';
import { dictionaries } from './words.ts';

export const langs = ['zh', 'en'] as const;
export type Lang = (typeof langs)[number];

/** The day on which refusals are tried. */
const TODAY = '2018-10-01';
export const world: World = { now: `${TODAY}T04:00:00Z` };

/** A file of the refusals' fixtures. */
export const fixture = (...path: readonly string[]): string => join(home, 'fixtures', 'errors', ...path);

const base = [
  'cadres',
  'findings',
  'reports',
  'checks',
  'extensions',
  'objections',
  'reassignments',
  'tasks',
  'progress',
  'attendance',
];

let made: Promise<string> | undefined;

/** The path of the small ledger, built once: fixtures/errors/base, no round opened yet. Copy it, never write to it. */
export function smallLedger(): Promise<string> {
  made ??= make();
  return made;
}

async function make(): Promise<string> {
  const folder = await madeOnce('small-ledger', async (made) => {
    const ledger = join(made, 'yanquan.db');
    await runOk(['init', '--township', '试验乡', '--ledger', ledger], world);
    for (const kind of base)
      await runOk(['import', kind, fixture('base', `${kind}.csv`), '--ledger', ledger], world);
  });
  return join(folder, 'yanquan.db');
}

/** A copy of the small ledger in a folder, continued by `before`. */
export async function ledgerIn(folder: string, before: readonly (readonly string[])[] = []): Promise<string> {
  const ledger = join(folder, 'yanquan.db');
  copyFileSync(await smallLedger(), ledger);
  for (const args of before) await runOk([...args, '--ledger', ledger], world);
  return ledger;
}

/** The template of a code in a language. */
export function templateOf(lang: Lang, code: string): string {
  const template = dictionaries[lang]
    .flatMap((each) => Object.entries(each))
    .find(([key]) => key === code)?.[1];
  if (template === undefined) throw new Error(`no template for ${code} in ${lang}`);
  return template;
}

/** What a template may come to: each `{value}` is some text. */
export function patternOf(template: string): RegExp {
  const parts = template
    .split(/\{\$?\w+(?:\|[^|{}]*\|[^|{}]*)?\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('.*?'), 's');
}

/** Two English words side by side in a Chinese text, other than commands, options and paths; undefined when none. */
function englishIn(text: string): string | undefined {
  const bare = text
    .replace(/yanquan(?: -?-?[\w-]+)*/g, '')
    .replace(/(?:finding|batch|cadre|round|calendar|task|policy) [a-z]+/g, '')
    .replace(/--?[a-z][\w-]*(?: [A-Z]+)?/g, '')
    .replace(/\S*\/\S*/g, '');
  return /[A-Za-z]{2,} [A-Za-z]{2,}/.exec(bare)?.[0];
}

/** Everything in a folder with its bytes: what a refusal must leave as it was. */
export function bytesIn(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
}

export interface Expected {
  readonly code: ProblemCode;
  readonly exit: number;
  /** What both languages must name: file, line, value, numbers. */
  readonly names: readonly string[];
}

/** Expects of a run that it was refused with the code's words, complete, and with nothing on stdout. */
export function expectRefused(ran: Ran, lang: Lang, { code, exit, names }: Expected): void {
  expect(ran.stderr).toMatch(patternOf(templateOf(lang, code)));
  expect(ran.code).toBe(exit);
  expect(ran.stdout).toBe('');
  expect(ran.stderr).not.toMatch(/\{\$?\w+(?:\|[^{}]*)?\}|undefined|\[object|\bNaN\b/);
  expect(ran.stderr).not.toMatch(/\n {4}at /);
  for (const name of names) expect(ran.stderr).toContain(name);
  if (lang === 'zh') expect(englishIn(ran.stderr)).toBeUndefined();
  else expect(ran.stderr.replace(/"[^"]*"|'[^']*'|\S*\/\S*/g, '')).not.toMatch(/[。，；：“”]/);
}

/** Runs a refused command in both languages and expects the folder to be the same bytes as before. */
export async function refuseInBoth(
  folder: string,
  args: readonly string[],
  expected: Expected,
  in_: World = world,
): Promise<Record<Lang, string>> {
  const before = bytesIn(folder);
  const told = { zh: '', en: '' };
  for (const lang of langs) {
    const ran = await run([...args, '--lang', lang], in_);
    expectRefused(ran, lang, expected);
    told[lang] = ran.stderr;
    expect(bytesIn(folder)).toEqual(before);
  }
  return told;
}
