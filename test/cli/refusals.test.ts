// Every refusal has its own message in both languages, with the remedy, and leaves the ledger byte for byte as it was.
import { describe, expect, it } from 'vitest';
import { langs, ledgerIn, refuseInBoth, templateOf } from '../support/errors.ts';
import { temporaryFolder } from '../support/folder.ts';
import { groups } from './refusal-cases.ts';

/** How a message begins to say what to do. */
const REMEDY = {
  zh: /请|可用|须|先|是不是|是否指|只能|要由轻到重|要逐档|要么|至少填/,
  en: /\b(make|check|give|say|see|use|add|name|write|close|fix|reverse|must|open|first|did you mean|is it|can be|takes|fill|rewrite|is one of|import|goes with|needs?|change|choose|keep|go from|rise|is 1, 2 or 3|decide for)\b/i,
};

describe.each(Object.entries(groups))('%s', (_, cases) => {
  it.each(cases)('$code', async ({ code, args, names, exit = 1, before = [] }) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder, before);
    await refuseInBoth(folder, [...args, '--ledger', ledger], { code, exit, names });
  });
});

describe('all refusals', () => {
  const all = Object.values(groups).flat();

  it('each case has a code of its own', () => {
    const codes = all.map((each) => each.code);
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  });

  it.each(langs)('each has words of its own (%s)', (lang) => {
    const templates = all.map((each) => templateOf(lang, each.code));
    expect(templates.filter((template, at) => templates.indexOf(template) !== at)).toEqual([]);
  });

  it.each(langs)('each says what to do (%s)', (lang) => {
    expect(all.map((each) => each.code).filter((code) => !REMEDY[lang].test(templateOf(lang, code)))).toEqual(
      [],
    );
  });
});
