// Every refusal of issue 5 has its own message in both languages, with the remedy, and leaves the ledger as it was.
import { describe, expect, it } from 'vitest';
import { langs, ledgerIn, refuseInBoth, templateOf } from '../support/errors.ts';
import { temporaryFolder } from '../support/folder.ts';
import { workGroups } from './work-refusal-cases.ts';

/** How a message begins to say what to do. */
const REMEDY = {
  zh: /请|须|先|只能/,
  en: /\b(check|give|name|reverse|fix|use|make|reassign|needs|split|see|must agree)\b/i,
};

describe.each(Object.entries(workGroups))('%s', (_, cases) => {
  it.each(cases)('$code', async ({ code, args, names, exit = 1, before = [] }) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder, before);
    await refuseInBoth(folder, [...args, '--ledger', ledger], { code, exit, names });
  });
});

describe('all of them', () => {
  const codes = [...new Set(Object.values(workGroups).flatMap((cases) => cases.map((each) => each.code)))];

  it.each(langs)('have words of their own that say what to do (%s)', (lang) => {
    const templates = codes.map((code) => templateOf(lang, code));
    expect(templates.filter((template, at) => templates.indexOf(template) !== at)).toEqual([]);
    const own = codes.filter((code) => /^(order|plan|receipt|cancel|usage)_/.test(code));
    expect(own.filter((code) => !REMEDY[lang].test(templateOf(lang, code)))).toEqual([]);
  });
});
