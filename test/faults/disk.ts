// A folder on a disk that loses power: what is not synced may be there, be gone, be torn by sectors, in any combination.
import type { Random } from '../reference/prng.ts';
import type { Call } from './trace.ts';

const SECTOR = 512;
const JUNK = 0xa5;

interface Write {
  readonly offset: number;
  readonly data: Buffer;
}

/** A file apart from its name: what is safe, and what was asked since the last sync, in order. */
interface Content {
  safe: Buffer;
  pending: (Write | { readonly size: number })[];
  /** Where the next `write` without an offset goes. */
  position: number;
}

/** What was asked of the names since the folder was last synced: given (null: removed), together or not at all. */
type Naming = readonly (readonly [name: string, content: Content | null])[];

/** The folder, as calls change it. Only its own files, none below. */
export class Disk {
  readonly #folder: string;
  #safe = new Map<string, Content>();
  #names = new Map<string, Content>();
  #pending: Naming[] = [];

  /** @param files what is safe at the beginning */
  constructor(folder: string, files: ReadonlyMap<string, Buffer>) {
    this.#folder = folder;
    for (const [name, safe] of files) this.#safe.set(name, { safe, pending: [], position: 0 });
    this.#names = new Map(this.#safe);
  }

  /** Takes in a call. Returns whether it is one of this folder. */
  take({ name, paths, data, rest, result }: Call): boolean {
    const [first, second] = paths.map((path) => this.#nameOf(path));
    if (first === '' && /^f(data)?sync$/.test(name)) return this.#syncFolder();
    if (first === undefined || first === '') return false;
    const content = this.#names.get(first);
    switch (name) {
      case 'openat':
        if (content === undefined && rest.includes('O_CREAT')) {
          this.#rename([[first, { safe: Buffer.alloc(0), pending: [], position: 0 }]]);
        } else if (content !== undefined && rest.includes('O_TRUNC')) content.pending.push({ size: 0 });
        return true;
      case 'pwrite64':
      case 'pwritev':
        content?.pending.push({ offset: Number(rest.split(',').at(-1)), data: data.subarray(0, result) });
        return true;
      case 'write':
      case 'writev':
        content?.pending.push({ offset: content.position, data: data.subarray(0, result) });
        if (content !== undefined) content.position += result;
        return true;
      case 'ftruncate':
        content?.pending.push({ size: Number(rest.split(',').at(-1)) });
        return true;
      case 'fsync':
      case 'fdatasync':
        if (content !== undefined) {
          content.safe = after(content, () => true, 0);
          content.pending = [];
        }
        return true;
      case 'unlink':
      case 'unlinkat':
        return this.#rename([[first, null]]);
      case 'rename':
      case 'renameat2':
        return this.#rename([
          [first, null],
          [second ?? '', content ?? null],
        ]);
      case 'link':
      case 'linkat':
        return this.#rename([[second ?? '', content ?? null]]);
      default:
        throw new Error(`a call that the disk does not know: ${name}`);
    }
  }

  /** The files that may be found when the power goes now. */
  cut(random: Random): Map<string, Buffer> {
    // From "all of it was lost" to "all of it was there", data and names apart.
    const [dataKept, namesKept] = [random.pick([0, 10, 50, 90, 100]), random.pick([0, 50, 100])];
    const torn = random.chance(50);
    const filling = random.pick([0, JUNK]);
    const names = new Map(this.#safe);
    for (const naming of this.#pending) {
      if (random.chance(namesKept)) apply(names, naming);
    }
    const files = new Map<string, Buffer>();
    for (const [name, content] of names) {
      let whole = false;
      const kept = (sector: number): boolean => {
        if (sector === 0 || torn) whole = random.chance(dataKept);
        return whole;
      };
      files.set(name, after(content, kept, filling));
    }
    return files;
  }

  /** The name of a path in the folder: empty for the folder itself, undefined elsewhere. */
  #nameOf(path: string): string | undefined {
    if (path === this.#folder) return '';
    if (!path.startsWith(`${this.#folder}/`)) return undefined;
    const name = path.slice(this.#folder.length + 1);
    return name.includes('/') ? undefined : name;
  }

  #rename(naming: Naming): true {
    apply(this.#names, naming);
    this.#pending.push(naming);
    return true;
  }

  #syncFolder(): true {
    this.#safe = new Map(this.#names);
    this.#pending = [];
    return true;
  }
}

function apply(names: Map<string, Content>, naming: Naming): void {
  for (const [name, content] of naming) {
    if (content === null) names.delete(name);
    else names.set(name, content);
  }
}

/**
 * A file's bytes when of what was asked since its last sync only that is kept which `kept` says, asked for each sector of
 * each write, the first being 0, and for each change of size.
 * @param filling the bytes where a file has grown and nothing was written
 */
function after({ safe, pending }: Content, kept: (sector: number) => boolean, filling: number): Buffer {
  const ends = pending.map((asked) => ('size' in asked ? asked.size : asked.offset + asked.data.length));
  const bytes = Buffer.alloc(Math.max(safe.length, ...ends), filling);
  safe.copy(bytes);
  let size = safe.length;
  for (const asked of pending) {
    if ('size' in asked) {
      if (!kept(0)) continue;
      if (asked.size < size) bytes.fill(filling, asked.size, size);
      size = asked.size;
      continue;
    }
    const { offset, data } = asked;
    for (let from = 0, sector = 0; from < data.length; sector += 1) {
      const to = Math.min(data.length, from + SECTOR - ((offset + from) % SECTOR));
      if (kept(sector)) {
        size = Math.max(size, offset + to);
        data.copy(bytes, offset + from, from, to);
      }
      from = to;
    }
  }
  return bytes.subarray(0, size);
}
