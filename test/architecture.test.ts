// The house rules of STYLE.md, read from the source as text: arrows, cycles, libraries, purity, opening sentence, length.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const ARROWS: Readonly<Record<string, readonly string[]>> = {
  cli: ['jobs', 'report', 'output', 'i18n', 'domain'],
  jobs: ['intake', 'ledger', 'scoring', 'server', 'domain'],
  // `domain` for failures and days: every room speaks of what is wrong in its words.
  output: ['report', 'i18n', 'domain'],
  report: ['scoring', 'domain', 'i18n'],
  scoring: ['domain'],
  ledger: ['domain', 'scoring (types)'],
  server: ['domain'],
  intake: ['domain'],
  domain: [],
  i18n: [],
};
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['ledger'],
  commander: ['cli'],
  'cli-table3': ['output'],
  chalk: ['output', 'cli'],
  yaml: ['intake'],
  // Of the command line what its answers look like: scripts get it as a JSON Schema.
  zod: ['intake', 'domain', 'cli'],
  pg: ['server'],
  'pg-copy-streams': ['server'],
  pgpass: ['server'],
  read: ['cli'],
};
const IMPURE = /\b(?:Date\.now|new Date\(\)|Math\.random|process\.|console\.|localeCompare|toLocale\w*)/;
/** SQL, whole or in parts, what prepares it, and rows written by the name of their table. */
const SQL =
  /\bSELECT\b[^;]*?\bFROM\b|\bINSERT\s+(?:OR\s+\w+\s+)?INTO\b|\bUPDATE\s+\S+\s+SET\b|\bDELETE\s+FROM\b|\bCREATE\s+(?:\w+\s+)*?(?:TABLE|INDEX|TRIGGER|VIEW)\b|\b(?:ORDER|GROUP)\s+BY\b|\bWHERE\s+[\w".]+\s*[=<>]|\bPRAGMA\s+\w|\.prepare\(|\.(?:insert|insertPart|insertDerived|updateDerived|deleteDerived)(?:<[^(]*>)?\((?:\w+,\s*)?['"]/;
/** Longer than the soft limit on purpose: one schema in one migration, tables of facts. */
const LONG = /^src\/ledger\/migrations\/|-data\.ts$/;

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly text: string;
  /** What it imports, as text says: paths of this project from `src`, names of others; `types` when nothing else. */
  readonly imports: readonly { readonly target: string; readonly types: boolean }[];
}

/** The source without comments, so that they may name what the code must not do. */
const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

const files: readonly SourceFile[] = globSync('src/**/*.ts')
  .sort()
  .map((path) => {
    const text = readFileSync(path, 'utf8');
    const found = code(text).matchAll(
      /\b(import|export)( type)?\b([^;'"]*?\bfrom\s*|\s*\(?\s*)['"]([^'"]+)['"]/g,
    );
    const imports = [...found].map(([, , type, , name = '']) => ({
      target: name.startsWith('.') ? normalize(join(dirname(path), name)) : name,
      types: type !== undefined,
    }));
    return { path, room: path.split('/')[1] ?? '', text, imports };
  });

const inSrc = (target: string): boolean => target.startsWith('src/');
const breaches = (of: (file: SourceFile) => readonly (string | false | undefined)[]): string[] =>
  files.flatMap((file) => of(file).flatMap((found) => (found ? [`${file.path}: ${found}`] : [])));

describe('the house', () => {
  it('is read at all', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((file) => file.imports.filter((each) => inSrc(each.target))).length).toBeGreaterThan(
      300,
    );
    expect(Object.keys(ARROWS).sort()).toEqual([...new Set(files.map((file) => file.room))].sort());
    const known = new Set(files.map((file) => file.path));
    expect(
      breaches(({ imports }) => imports.map(({ target }) => inSrc(target) && !known.has(target) && target)),
    ).toEqual([]);
  });

  it('has imports along the arrows only', () => {
    const allowed = (from: string, { target, types }: SourceFile['imports'][number]): boolean => {
      const room = target.split('/')[1] ?? '';
      const arrows = ARROWS[from] ?? [];
      return room === from || arrows.includes(room) || (types && arrows.includes(`${room} (types)`));
    };
    expect(
      breaches(({ room, imports }) =>
        imports.map((each) => inSrc(each.target) && !allowed(room, each) && each.target),
      ),
    ).toEqual([]);
  });

  it('has commands that do not know each other, but for their registry', () => {
    const command = /^src\/cli\/commands\/(?!registry)/;
    expect(
      breaches(({ path, imports }) =>
        command.test(path) ? imports.map(({ target }) => command.test(target) && target) : [],
      ),
    ).toEqual([]);
  });

  it('has no cycles', () => {
    const importsOf = new Map(
      files.map((file) => [file.path, file.imports.map((each) => each.target).filter(inSrc)]),
    );
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (path: string, way: readonly string[]): void => {
      if (state.get(path) === 'open') cycles.push([...way.slice(way.indexOf(path)), path].join(' -> '));
      if (state.has(path)) return;
      state.set(path, 'open');
      for (const target of importsOf.get(path) ?? []) visit(target, [...way, path]);
      state.set(path, 'done');
    };
    for (const { path } of files) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it('has each library in its room', () => {
    const library = (target: string): string =>
      Object.keys(LIBRARIES).find((name) => target === name || target.startsWith(`${name}/`)) ?? '';
    expect(
      breaches(({ room, imports }) =>
        imports.map(
          ({ target }) => library(target) !== '' && !LIBRARIES[library(target)]?.includes(room) && target,
        ),
      ),
    ).toEqual([]);
  });

  it('has SQL in the rooms of the databases only', () => {
    const databases = ['ledger', 'server'];
    expect(
      breaches(({ room, text }) => [
        !databases.includes(room) && SQL.exec(code(text))?.[0].replace(/\s+/g, ' '),
      ]),
    ).toEqual([]);
  });

  it('has a domain and a scoring that know no clock, no chance, no process, no console, no locale', () => {
    const pure = ['domain', 'scoring'];
    expect(
      breaches(({ room, text, imports }) =>
        pure.includes(room)
          ? [
              IMPURE.exec(code(text))?.[0],
              ...imports.map(({ target }) => target.startsWith('node:') && target),
            ]
          : [],
      ),
    ).toEqual([]);
  });

  it('has no spread of an object written out, which hides unknown properties from the compiler', () => {
    expect(breaches(({ text }) => [/\.\.\.\{/.exec(code(text))?.[0]])).toEqual([]);
  });

  it('has files that open with one sentence', () => {
    expect(breaches(({ text }) => [!/^\/\/ .*[.:。：]/.test(text) && text.split('\n')[0]])).toEqual([]);
  });

  it('has files that end before 250 lines', () => {
    const lines = (text: string): number => text.split('\n').length - 1;
    expect(
      breaches(({ path, text }) => [!LONG.test(path) && lines(text) > 250 && `${lines(text)} lines`]),
    ).toEqual([]);
  });
});
