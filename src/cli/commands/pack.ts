// pack: all papers of a closed round in a folder, with an index and checksums.
import { existsSync, mkdirSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { refusal } from '../../domain/problem.ts';
import { packOf } from '../../jobs/notice/pack.ts';
import { type PackFile, packIndex, packPapers, sha256OfBytes } from '../answers/pack-papers.ts';
import type { CommandSpec } from '../command-spec.ts';
import { OK } from '../exit.ts';
import { givenOf } from '../options/notice-given.ts';
import type { Session } from '../session.ts';

const SUMS = 'SHA256SUMS';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'pack',
    traits: ['answer'],
    options: [
      { flags: '--round <n>' },
      { flags: '-o, --output <folder>', help: 'pack_output', required: true },
    ],
    async run(session, input) {
      const folder = input.requiredText('output');
      const facts = await session.reading((db) => packOf(db, input.whole('round') ?? null));
      const words = await session.documentWords();
      const { round, lines } = facts;
      const digest = lines.digests.closing ?? lines.digests.draft ?? '';
      const papers: PackFile[] = [];
      for await (const paper of packPapers(facts, givenOf(input), words)) papers.push(paper);
      const index = await packIndex(papers, { round, cutoff: lines.cutoff, digest }, words);
      const files = [index, ...papers];
      const before = readPack(folder, index.path, digest);
      const todo = files.filter((file) => !isThere(folder, file, before));
      const sums = files.map(({ path, bytes }) => `${sha256OfBytes(bytes)}  ${path}\n`).join('');
      // The index comes first: it says of which round a pack is that was broken off. The checksums come last.
      for (const { path, bytes } of todo) await put(session, join(folder, path), bytes);
      if (todo.length > 0 || !existsSync(join(folder, SUMS)))
        await put(session, join(folder, SUMS), Buffer.from(sums));
      const key = todo.length === 0 ? 'said.packed_already' : 'said.packed';
      session.tell({ key, values: { round, count: files.length, folder, index: index.path, sums: SUMS } });
      if (!session.json) return OK;
      return session.writeObject({
        round,
        folder,
        digest,
        files: files.map(({ path, what, bytes }) => ({ file: path, what, sha256: sha256OfBytes(bytes) })),
        written: todo.length,
      });
    },
  },
];

async function put(session: Session, file: string, bytes: Buffer): Promise<void> {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  } catch {
    throw refusal('pack_not_a_folder', { folder: dirname(file) });
  }
  await session.writeFile(file, [bytes]);
}

/**
 * The checksums of the pack that a folder holds already; none in a new or empty one.
 * @throws Failure `refused` for a folder with anything else in it than a pack of the same round
 */
function readPack(folder: string, index: string, digest: string): ReadonlyMap<string, string> {
  const found = standing(folder);
  if (found === undefined) return new Map();
  if (!found.isDirectory()) throw refusal('pack_not_a_folder', { folder });
  if (readdirSync(folder).length === 0) return new Map();
  const said = textOf(join(folder, index));
  if (digest === '' || !said.includes(digest)) throw refusal('pack_folder_not_empty', { folder });
  const lines = textOf(join(folder, SUMS)).split('\n');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/**
 * Whether a paper is in the folder as it is to be.
 * @throws Failure `refused` where it is there and was changed since: what somebody filled in is not overwritten
 */
function isThere(folder: string, { path, bytes }: PackFile, before: ReadonlyMap<string, string>): boolean {
  const file = join(folder, path);
  if (!existsSync(file)) return false;
  const now = sha256OfBytes(readFileSync(file));
  if (now === sha256OfBytes(bytes)) return true;
  if (before.get(path) === now) return false;
  throw refusal('pack_file_changed', { file });
}

/** What stands at a path; undefined for nothing. @throws Failure `refused` for a text that is no path */
function standing(folder: string): Stats | undefined {
  try {
    return statSync(folder, { throwIfNoEntry: false });
  } catch {
    throw refusal('pack_not_a_folder', { folder });
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
