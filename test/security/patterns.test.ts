// No pattern of the source takes more than linear time, whatever text it meets: each is judged by recheck, an analyser of patterns.
import { globSync, readFileSync } from 'node:fs';
import { check } from 'recheck';
import ts from 'typescript';
import { describe, expect, it, vi } from 'vitest';

interface Pattern {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

const files = globSync('src/**/*.ts').sort();

/** The contents of a file: patterns as `/…/`, and how many are put together while it runs. */
function patternsIn(file: string): { readonly literals: Pattern[]; readonly made: number } {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const literals: Pattern[] = [];
  let made = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const [source, flags] = [node.text.slice(1, end), node.text.slice(end + 1)];
      literals.push({ where: `${file}:${line}`, source, flags });
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp')
      made += 1;
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { literals, made };
}

const found = files.map((file) => ({ file, ...patternsIn(file) }));

/** What recheck cannot judge, with the reason why it is linear all the same. */
const BY_HAND: Readonly<Record<string, string>> = {
  '^\\p{RGI_Emoji}$': 'the flag v is not known to it; one emoji between both ends of a single grapheme',
  '^（[一二三四五六七八九十]+）(?:[^。：]{1,24}[。：])?':
    'begins at the start only, and looks at 25 letters at most after it',
};

/** Patterns that are put together: the files, and how each is made to show them. */
const made: Readonly<Record<string, () => Promise<unknown>>> = {
  'src/output/text/clean.ts': () => import('../../src/output/text/clean.ts'),
  'src/domain/texts/personal-numbers.ts': () => import('../../src/domain/texts/personal-numbers.ts'),
  'src/domain/persons/wording.ts': async () =>
    (await import('../../src/domain/persons/wording.ts')).namesOthersToo('辛九等3人'),
  'src/intake/values/day-format.ts': async () =>
    (await import('../../src/intake/values/day-format.ts')).formatReader('YYYY年MM月DD日 (.*)'),
  // Its pattern is that of a single attribute of a tag of at most 4096 characters.
  'src/intake/workbook/xml.ts': async () =>
    new RegExp(['(?:^|\\s)', '\\w+:id', '\\s*=\\s*(?:"([^"]*)"|\'([^\']*)\')'].join('')),
};

/** The patterns that are made while something runs. */
async function madeBy(file: string, run: () => Promise<unknown>): Promise<Pattern[]> {
  const patterns: Pattern[] = [];
  vi.resetModules();
  vi.stubGlobal(
    'RegExp',
    new Proxy(RegExp, {
      construct(target, [source, flags = '']: [string, string?]) {
        patterns.push({ where: file, source, flags });
        return new target(source, flags);
      },
    }),
  );
  await run();
  vi.unstubAllGlobals();
  return patterns.filter(({ source }) => typeof source === 'string');
}

/** Without any repetition that has no end: at each place a number of letters is looked at that the text cannot raise. */
function isBounded(source: string): boolean {
  const outside = source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '');
  return !/[*+]|\{\d+,\}/.test(outside);
}

async function verdictOn({ source, flags }: Pattern): Promise<string> {
  if (source in BY_HAND || isBounded(source)) return 'safe';
  return (await check(source, flags, { timeout: 60_000 })).status;
}

describe('patterns that stand in the source', () => {
  const literals = found.flatMap((each) => each.literals);
  it('are found, and what is judged by hand is among them', () => {
    expect(literals.length).toBeGreaterThan(100);
    const sources = literals.map((each) => each.source);
    expect(Object.keys(BY_HAND).filter((each) => !sources.includes(each))).toEqual([]);
  });

  it.each(literals.map((each) => [each.where, each] as const))(
    '%s',
    { timeout: 120_000 },
    async (_, pattern) => {
      expect(await verdictOn(pattern), `/${pattern.source}/${pattern.flags}`).toBe('safe');
    },
  );
});

describe('patterns that are put together', () => {
  it('are in files that are named here', () => {
    expect(found.filter((each) => each.made > 0).map(({ file }) => file)).toEqual(Object.keys(made).sort());
  });

  it.each(Object.entries(made))('%s', { timeout: 120_000 }, async (file, run) => {
    const patterns = await madeBy(file, run);
    expect(patterns.length).toBeGreaterThan(0);
    for (const pattern of patterns) expect(await verdictOn(pattern), `/${pattern.source}/`).toBe('safe');
  });
});

it('a pattern that is not linear is seen', async () => {
  expect(await verdictOn({ where: '', source: '^(?:a|a)*$', flags: '' })).toBe('vulnerable');
  expect(await verdictOn({ where: '', source: '\\s+$', flags: '' })).toBe('vulnerable');
});
