// The project's pages as they should be: the text between their markers is made anew, all else is kept.
import { commandPages } from './commands.ts';
import { jsonTables } from './json-tables.ts';
import { DocumentSession, type Setting } from './session.ts';
import { codeTable, columnTable } from './vocabulary.ts';

/** All pages that hold generated parts or are linked from one that does, from the project's root. */
export const pages = [
  'README.md',
  'src/README.md',
  'src/cli/README.md',
  'src/server/README.md',
  'test/README.md',
  'test/bench/README.md',
  '.github/CONTRIBUTING.md',
] as const;

/** The parts that are generated, by the name in their markers. */
export const sections: Readonly<Record<string, () => string | Promise<string>>> = {
  commands: commandPages,
  json: jsonTables,
  codes: codeTable,
  columns: columnTable,
};

/**
 * Fills a document's markers. `<!-- begin NAME -->` to `<!-- end NAME -->` holds a generated section; a console block
 * after `<!-- run SESSION LANG DAY -->` holds command lines and what they show, blocks of one session on one ledger.
 */
export async function filled(document: string): Promise<string> {
  return playBlocks(await fillSections(document));
}

async function fillSections(document: string): Promise<string> {
  let text = document;
  for (const [name, make] of Object.entries(sections)) {
    const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
    const [before, rest] = text.split(begin);
    if (rest === undefined) continue;
    const after = rest.split(end)[1];
    if (after === undefined) throw new Error(`the section ${name} has no end`);
    text = `${before}${begin}\n\n${await make()}\n\n${end}${after}`;
  }
  return text;
}

async function playBlocks(document: string): Promise<string> {
  const sessions = new Map<string, DocumentSession>();
  let text = '';
  let last = 0;
  try {
    for (const found of document.matchAll(/<!-- run (\w+) (zh|en) (\S+) -->\n```console\n([\s\S]*?)```/g)) {
      const [whole, name = '', lang = '', on = '', body = ''] = found;
      const session = sessions.get(name) ?? new DocumentSession();
      sessions.set(name, session);
      const start = found.index + whole.length - body.length - '```'.length;
      text += document.slice(last, start) + (await played(session, body, { lang, on }));
      last = start + body.length;
    }
  } finally {
    for (const session of sessions.values()) session.close();
  }
  return text + document.slice(last);
}

/** What a document says after a command that is meant to fail. */
const CODE = '$ echo $?';

async function played(session: DocumentSession, body: string, setting: Setting): Promise<string> {
  const shown: string[] = [];
  const lines = body.split('\n').filter((each) => each.startsWith('$ '));
  for (const [at, line] of lines.entries()) {
    const output = await session.play(line.slice(2), setting);
    if (session.code !== 0 && ![line, lines[at + 1]].includes(CODE)) throw new Error(`${line}\n${output}`);
    shown.push(`${line}\n${output.replaceAll(/ +$/gm, '')}`);
  }
  return shown.join('\n');
}
