// XML read piece by piece as events: what is not closed, too deep or begins with a document type is refused.
import { TextDecoder } from 'node:util';
import { refusal } from '../../domain/problem.ts';
import type { Archive } from './archive.ts';

/** What happens while a part is read. Names come without their prefix. */
export interface XmlEvents {
  /** @param attributes the text between the name and the end of the tag, for `attribute` */
  open?(name: string, attributes: string): void;
  close?(name: string): void;
  /** Text with entities resolved; long ones come in pieces. */
  text?(text: string): void;
}

/** No office program nests deeper by far. */
const DEEPEST = 256;
const LONGEST_TAG = 1 << 16;
const LONGEST_ENTITY = 16;

/**
 * Reads a part of an archive. Throws `workbook_dtd`, `xml_too_deep` and `workbook_broken`, what the archive throws, and
 * what `events` throw.
 */
export async function readXml(archive: Archive, path: string, events: XmlEvents): Promise<void> {
  const reader = new XmlReader(archive.file, path, events);
  let decoder: TextDecoder | undefined;
  for await (const chunk of archive.chunks(path)) {
    decoder ??= decoderOf(chunk);
    reader.write(decoder.decode(chunk, { stream: true }));
  }
  reader.write(decoder?.decode() ?? '');
  reader.end();
}

/** UTF-8, or UTF-16 where a mark or the bytes of the first letter say so; nothing else is allowed in these parts. */
function decoderOf([first, second]: Buffer): TextDecoder {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) {
    return new TextDecoder('utf-16le');
  }
  return new TextDecoder((first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : 'utf-8');
}

/** Markup that ends only at its own end mark, whatever it contains. */
const SECTIONS = [
  { start: '<!--', end: '-->', isText: false },
  { start: '<![CDATA[', end: ']]>', isText: true },
  { start: '<?', end: '?>', isText: false },
] as const;
const LONGEST_START = 9;

class XmlReader {
  readonly #file: string;
  readonly #part: string;
  readonly #events: XmlEvents;
  readonly #stack: string[] = [];
  readonly #locals = new Map<string, string>();
  #rest = '';
  #section: (typeof SECTIONS)[number] | undefined;
  #hasRoot = false;

  constructor(file: string, part: string, events: XmlEvents) {
    this.#file = file;
    this.#part = part;
    this.#events = events;
  }

  write(chunk: string): void {
    const text = this.#rest === '' ? chunk : this.#rest + chunk;
    let at = 0;
    while (at < text.length) {
      const next = this.#section === undefined ? this.#step(text, at) : this.#inSection(text, at);
      if (next === undefined) break;
      at = next;
    }
    this.#rest = text.slice(at);
  }

  end(): void {
    if (this.#rest.trim() !== '' || this.#section !== undefined || this.#stack.length > 0 || !this.#hasRoot) {
      throw this.#broken();
    }
  }

  /** Where it goes on; undefined when more has to come first. */
  #step(text: string, at: number): number | undefined {
    const start = text.indexOf('<', at);
    if (start !== at) return this.#text(text, at, start);
    const second = text.charCodeAt(at + 1);
    if (second === EXCLAMATION || second === QUESTION) {
      this.#section = SECTIONS.find((section) => text.startsWith(section.start, at));
      if (this.#section !== undefined) return at + this.#section.start.length;
      if (text.length - at < LONGEST_START) return undefined;
      throw /^<!DOCTYPE/i.test(text.slice(at, at + LONGEST_START))
        ? refusal('workbook_dtd', { part: this.#part }, { file: this.#file })
        : this.#broken();
    }
    const end = endOfTag(text, at);
    if (end === -1) {
      if (text.length - at > LONGEST_TAG) throw this.#broken();
      return undefined;
    }
    if (second === SLASH) this.#close(text.slice(at + 2, end).trimEnd());
    else this.#open(text.slice(at + 1, end));
    return end + 1;
  }

  #text(text: string, at: number, start: number): number | undefined {
    let end = start;
    if (start === -1) {
      // An entity or a pair of surrogates may go on in the next chunk.
      const entity = text.lastIndexOf('&');
      const isCut = entity >= at && text.length - entity < LONGEST_ENTITY && !text.includes(';', entity);
      end = isCut ? entity : text.length;
      if (end === at) return undefined;
    }
    if (this.#stack.length > 0) this.#events.text?.(unescapeXml(text.slice(at, end)));
    else if (text.slice(at, end).trim() !== '') throw this.#broken();
    return end;
  }

  #inSection(text: string, at: number): number | undefined {
    const { end, isText } = this.#section ?? SECTIONS[0];
    const found = text.indexOf(end, at);
    const upTo = found === -1 ? Math.max(at, text.length - end.length + 1) : found;
    if (isText && upTo > at) this.#events.text?.(text.slice(at, upTo));
    if (found === -1) return upTo === at ? undefined : upTo;
    this.#section = undefined;
    return found + end.length;
  }

  #open(tag: string): void {
    const isEmpty = tag.endsWith('/');
    const space = tag.search(/[\s/]/);
    const full = space === -1 ? tag : tag.slice(0, space);
    if (full === '' || (this.#stack.length === 0 && this.#hasRoot)) throw this.#broken();
    this.#hasRoot = true;
    const attributes = space === -1 ? '' : tag.slice(space, isEmpty ? -1 : undefined);
    const name = this.#localOf(full);
    this.#events.open?.(name, attributes);
    if (isEmpty) {
      this.#events.close?.(name);
      return;
    }
    this.#stack.push(full);
    if (this.#stack.length > DEEPEST) {
      throw refusal('xml_too_deep', { part: this.#part, most: DEEPEST }, { file: this.#file });
    }
  }

  #close(full: string): void {
    if (this.#stack.pop() !== full) throw this.#broken();
    this.#events.close?.(this.#localOf(full));
  }

  #localOf(full: string): string {
    const known = this.#locals.get(full);
    if (known !== undefined) return known;
    const local = full.slice(full.indexOf(':') + 1);
    // As many different names as this are no office's; without a limit they would be kept for ever.
    if (this.#locals.size < 1000) this.#locals.set(full, local);
    return local;
  }

  #broken(): Error {
    return refusal('workbook_broken', {}, { file: this.#file });
  }
}

const [EXCLAMATION, QUESTION, SLASH, GREATER] = [0x21, 0x3f, 0x2f, 0x3e];
const [DOUBLE_QUOTE, SINGLE_QUOTE] = [0x22, 0x27];

/** The place of the `>` that ends a tag: one that no quotes hold; -1 when it has still to come. */
function endOfTag(text: string, at: number): number {
  let quote = 0;
  for (let end = at; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) quote = code;
    else if (code === GREATER) return end;
  }
  return -1;
}

/** The value of an attribute, entities resolved; the empty text where it is missing. */
export function attribute(attributes: string, name: string): string {
  const value = patternOf(name).exec(attributes);
  return unescapeXml(value?.[1] ?? value?.[2] ?? '');
}

const patterns = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
  const known = patterns.get(name);
  if (known !== undefined) return known;
  const pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, pattern);
  return pattern;
}

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,10}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
