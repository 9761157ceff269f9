// The reasons of a round as lines of text, and the digest over them that goes into the round's own.
import { createHash } from 'node:crypto';
import type { CadreNo } from '../../domain/cadre.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import type { Judgement, ReasonSeen } from '../../scoring/reasons.ts';

const FLUSH_AT = 64 * 1024;

/** A running hash over the reasons in the order in which they arise (contract, section 5, "Digest"). */
export class ReasonsDigest {
  readonly #hash = createHash('sha256');
  readonly #lines = new ReasonLines();

  add(seen: ReasonSeen): void {
    this.#lines.add(seen);
    if (this.#lines.length >= FLUSH_AT) this.#hash.update(this.#lines.written());
  }

  /** The digest as 64 hex digits; call it once. */
  digest(): string {
    return this.#hash.update(this.#lines.written()).digest('hex');
  }
}

/**
 * Writes reasons as lines of JSON in UTF-8: the fields in a fixed order, whatever the order they were made in. The bytes
 * are those of what `JSON.stringify` writes; what a million findings have in common is put together once and copied.
 */
class ReasonLines {
  #bytes = new Uint8Array(FLUSH_AT * 2);
  #length = 0;
  /** The end of the line by a judgement that many findings share. */
  readonly #ends = new Map<Judgement, Uint8Array>();

  /** How many bytes have been written since the last time. */
  get length(): number {
    return this.#length;
  }

  /** What has been written since the last time; it holds until the next reason is added. */
  written(): Uint8Array<ArrayBuffer> {
    const bytes = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return bytes;
  }

  add(seen: ReasonSeen): void {
    switch (seen.about) {
      case 'finding':
        this.#addFinding(seen.finding, seen.cadreNo, seen.judgement, seen.shared);
        return;
      case 'rectified': {
        const { cadreNo, findingNo, checkedOn, completedOn, deadline, inTime } = seen.reason;
        this.#addJson(['r', findingNo, cadreNo, checkedOn, completedOn, deadline, inTime]);
        return;
      }
      case 'task': {
        const { cadreNo, taskNo, role, why, done, planned } = seen.reason;
        this.#addJson(['t', taskNo, cadreNo, role, why, done, planned]);
        return;
      }
      case 'absence': {
        const { cadreNo, site, on, session } = seen.reason;
        this.#addJson(['a', site, on, session, cadreNo]);
        return;
      }
    }
  }

  #addFinding(
    { findingNo }: Pick<Finding, 'findingNo'>,
    cadreNo: CadreNo,
    judgement: Judgement,
    shared: boolean,
  ): void {
    this.#addBytes(BEGINNING);
    this.#addNumber(findingNo);
    this.#addBytes(COMMA);
    this.#addNumber(cadreNo);
    let end = shared ? this.#ends.get(judgement) : undefined;
    if (end === undefined) {
      end = Buffer.from(endOf(judgement));
      if (shared) this.#ends.set(judgement, end);
    }
    this.#addBytes(end);
  }

  #addJson(values: readonly unknown[]): void {
    this.#addBytes(Buffer.from(`${JSON.stringify(values)}\n`));
  }

  /** A number that is a name, in quotes. */
  #addNumber(text: string): void {
    this.#reserve(text.length + 2);
    const from = this.#length;
    this.#bytes[this.#length++] = QUOTE;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH) {
        this.#length = from;
        this.#addBytes(Buffer.from(JSON.stringify(text)));
        return;
      }
      this.#bytes[this.#length++] = code;
    }
    this.#bytes[this.#length++] = QUOTE;
  }

  /** Byte by byte: a call for such short arrays would take longer. */
  #addBytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    for (let at = 0; at < bytes.length; at += 1) this.#bytes[this.#length + at] = bytes[at] ?? 0;
    this.#length += bytes.length;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BEGINNING = Buffer.from('["f",');
const COMMA = Buffer.from(',');

/** A word or a day in JSON: nothing in it is to be escaped. */
const word = (text: string | null): string => (text === null ? 'null' : `"${text}"`);

function endOf({ role, outcome, why, deadline, weeksOverdue, points }: Judgement): string {
  let parts = 'null,null';
  if (points !== null) {
    const { severity, source, recurrence, returned, overdue, total } = points;
    parts = `[${severity},${source},${recurrence},${returned},${overdue}],${total}`;
  }
  return `,${word(role)},"${outcome}","${why}",${word(deadline)},${weeksOverdue},${parts}]\n`;
}
