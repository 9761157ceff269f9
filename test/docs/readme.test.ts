// The README holds: its output is what the commands print, every command is in it, its links and tables are right.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CommandSpec } from '../../src/cli/command-spec.ts';
import { exitCodes, OK } from '../../src/cli/exit.ts';
import { home, run } from '../support/run.ts';
import { wordsFor } from '../support/words.ts';
import { allLeaves, keyOf } from './commands.ts';
import { filled, pages, sections } from './readme.ts';

const read = (file: string): string => readFileSync(join(home, file), 'utf8');
const texts = new Map(pages.map((page) => [page, read(page)]));
const all = [...texts.values()].join('\n');
const manifest = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
let leaves: readonly CommandSpec[];

beforeAll(async () => {
  leaves = (await allLeaves()).flatMap(([, each]) => each);
});

/** A heading's anchor, as GitHub makes it. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

/** The rows of the table below a heading of a page, without its head. */
function tableBelow(page: (typeof pages)[number], heading: string): string[][] {
  const [, section = ''] = read(page).split(`\n## ${heading}\n`);
  const lines = section.split(/\n## /)[0]?.split('\n') ?? [];
  const rows = lines.filter((line) => line.startsWith('|')).slice(2);
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const withoutCode = (text: string): string => text.replaceAll(/```[\s\S]*?```/g, '');

const headingsOf = (page: string): string[] =>
  [...withoutCode(read(page)).matchAll(/^#+ (.*)$/gm)].map(([, text = '']) => anchor(text));

describe.each(pages)('%s', (page) => {
  const text = read(page);

  it('is as `npm run docs` writes it: its output is real', async () => {
    const lines = text.split('\n');
    const expected = (await filled(text)).split('\n');
    const at = expected.findIndex((line, index) => line !== lines[index]);
    const around = (of: readonly string[]): string => of.slice(Math.max(0, at - 3), at + 5).join('\n');
    if (at >= 0) {
      expect.soft(around(lines), `${page}:${at + 1} is out of date: npm run docs`).toBe(around(expected));
    }
    expect(lines.length, 'npm run docs').toBe(expected.length);
  });

  it('shows no output that is not played', () => {
    const blocks = text.match(/```console/g) ?? [];
    const played = text.match(/<!-- run \w+ (zh|en) \S+ -->\n```console/g) ?? [];
    expect(played.length).toBe(blocks.length);
  });

  it('has no dead links', () => {
    const links = [...withoutCode(text).matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
    const dead = links.filter((link) => {
      if (link.startsWith('https:')) return false;
      const [file = '', heading] = link.split('#');
      const target = file === '' ? page : normalize(join(dirname(page), file));
      if (!existsSync(join(home, target))) return true;
      return heading !== undefined && !headingsOf(target).includes(heading);
    });
    expect(links.length).toBeGreaterThan(0);
    expect(dead).toEqual([]);
  });

  it('names files and folders of the project that there are', () => {
    const named = [...text.matchAll(/(?<![\w/.-])((?:src|test|fixtures|bin|\.ci)\/[\w./-]*[\w-])/g)].map(
      ([, path = '']) => path,
    );
    expect([...new Set(named)].filter((path) => !existsSync(join(home, path)))).toEqual([]);
  });

  it('names scripts that there are', () => {
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });
});

describe('the pages', () => {
  it('begin with a short one', () => {
    const lines = read('README.md').split('\n').length;
    expect(lines).toBeGreaterThan(200);
    expect(lines).toBeLessThan(400);
  });

  it('have each generated part once', () => {
    const found = Object.keys(sections).map((name) => all.split(`<!-- begin ${name} -->`).length - 1);
    expect(found).toEqual(Object.keys(sections).map(() => 1));
  });

  it('begin with the two commands', () => {
    expect(texts.get('README.md')).toContain('\nnpm ci && npx yanquan demo\n');
    expect(texts.get('README.md')).toContain('\nnpm test\n');
  });

  it('have the exit codes of the program', () => {
    const codes = tableBelow('README.md', 'Exit codes').map(([code]) => Number(code));
    expect(codes).toEqual([OK, ...Object.values(exitCodes)]);
  });

  it('have a row for every room of the house', () => {
    const rooms = tableBelow('src/README.md', 'How data flows through the house').map(([room]) => room);
    const folders = readdirSync(join(home, 'src'), { withFileTypes: true })
      .filter((each) => each.isDirectory())
      .map(({ name }) => `\`src/${name}\``);
    expect(rooms.toSorted()).toEqual(folders.toSorted());
  });

  it.each([...pages, 'package-lock.json', 'package.json', '.npmrc'])(
    'and %s: no registry host, no path of a machine',
    (file) => {
      expect(read(file)).not.toMatch(
        /registry\.(?!ts\b)|npmmirror|"resolved"|\/(?:work|root|home|Users|bash_jobs)\//,
      );
    },
  );
});

describe('every command', () => {
  const languages = ['zh', 'en'] as const;

  it('stands in a page, in the order of the help', () => {
    const named = [...all.matchAll(/^\*\*`yanquan ([^`]+)`\*\* /gm)].map(([, name]) => name);
    expect(named).toEqual(leaves.map((leaf) => leaf.name));
  });

  it.each(languages)('has help and an example in %s', (lang) => {
    const words = wordsFor(lang);
    const lacking = leaves.flatMap((leaf) =>
      [`help.${keyOf(leaf)}`, `example.${keyOf(leaf)}`].filter((key) => !words.has(key)),
    );
    expect(lacking).toEqual([]);
  });

  it.each(languages)('has examples in %s of itself, with options that it has', async (lang) => {
    const words = wordsFor(lang);
    for (const leaf of leaves.filter((each) => words.has(`example.${keyOf(each)}`))) {
      const help = await run([...leaf.name.split(' '), '--help', '--lang', lang]);
      for (const line of words.term(`example.${keyOf(leaf)}`).split('\n')) {
        expect(line).toMatch(/^yanquan /);
        expect(line.replaceAll(/ --(ledger|lang|actor) \S+/g, '')).toContain(`yanquan ${leaf.name}`);
        for (const [option] of line.matchAll(/(?<= )--[a-z-]+/g)) {
          expect(help.stdout, `${leaf.name}: ${option}`).toContain(option);
        }
      }
    }
  });

  it('prints its help and nothing else', async () => {
    for (const leaf of leaves) {
      const ran = await run([...leaf.name.split(' '), '--help']);
      expect(ran, leaf.name).toMatchObject({ code: 0, stderr: '' });
      expect(ran.stdout, leaf.name).toMatch(new RegExp(`^Usage: yanquan ${leaf.name}\\b`));
      expect(ran.stdout, leaf.name).not.toMatch(/undefined|(?:option|help|column|example)\.\w/);
    }
  });
});
