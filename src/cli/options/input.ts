// The arguments and options of one command, read into typed values.
import type { Day } from '../../domain/days/day.ts';
import { Failure, problem } from '../../domain/problem.ts';
import { readDay } from '../../jobs/days.ts';

/** The values commander found, with readers for each type. Wrong values are usage failures that name the option. */
export class Input {
  readonly #arguments: readonly (string | readonly string[] | undefined)[];
  readonly #options: Readonly<Record<string, unknown>>;

  constructor(
    args: readonly (string | readonly string[] | undefined)[],
    options: Readonly<Record<string, unknown>>,
  ) {
    this.#arguments = args;
    this.#options = options;
  }

  /** The argument at a place, which commander has made sure of. */
  argument(place: number): string {
    const value = this.#arguments[place];
    return typeof value === 'string' ? value : '';
  }

  /** An argument that may be left out. */
  optionalArgument(place: number): string | undefined {
    const value = this.#arguments[place];
    return typeof value === 'string' ? value : undefined;
  }

  /** A variadic argument; numbers may also be joined by `,` or `;`. */
  argumentList(place: number): readonly string[] {
    const value = this.#arguments[place];
    return Array.isArray(value) ? value : [];
  }

  /** Numbers in a variadic argument, separated by spaces, `,` or `;`. */
  numbers(place: number): readonly string[] {
    return this.argumentList(place).flatMap(splitNumbers);
  }

  text(name: string): string | undefined {
    const value = this.#options[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** A text that the declaration requires. */
  requiredText(name: string): string {
    const value = this.text(name);
    if (value === undefined || value.trim() === '') throw wrong('option_empty', name, '');
    return value;
  }

  /** Every word of the arguments and options, but of the options left out: some of them are files. */
  words(but: readonly string[]): readonly string[] {
    const options = Object.entries(this.#options).filter(([name]) => !but.includes(name));
    return [...this.#arguments, ...options.map(([, value]) => value)]
      .flat()
      .filter((word) => typeof word === 'string');
  }

  /** The key under which the same content is done once. @throws Failure `usage` when it is empty */
  get idempotencyKey(): string | null {
    const key = this.text('idempotencyKey') ?? null;
    if (key?.trim() === '') throw new Failure('usage', [problem('usage_key_empty')]);
    return key;
  }

  flag(name: string): boolean | undefined {
    const value = this.#options[name];
    return typeof value === 'boolean' ? value : undefined;
  }

  /** Numbers of an option, separated by `,` or `;`. */
  list(name: string): readonly string[] {
    const value = this.#options[name];
    const texts = Array.isArray(value) ? (value as string[]) : typeof value === 'string' ? [value] : [];
    return texts.flatMap(splitNumbers);
  }

  day(name: string): Day | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const day = readDay(value);
    if (day === undefined) throw wrong('option_not_a_day', name, value);
    return day;
  }

  requiredDay(name: string): Day {
    const day = this.day(name);
    if (day === undefined) throw wrong('option_empty', name, '');
    return day;
  }

  /** A whole number from 1. */
  whole(name: string): number | undefined {
    const value = this.text(name);
    return value === undefined ? undefined : wholeNumber(value, name);
  }

  wholeArgument(place: number, name: string): number {
    return wholeNumber(this.argument(place), name);
  }

  /** Whole numbers in a variadic argument. @throws Failure `usage` */
  wholeNumbers(place: number, name: string): readonly number[] {
    return this.numbers(place).map((text) => wholeNumber(text, name));
  }
}

/** The numbers in a text, separated by `,` or `;`, of either width, or `、`. */
export function splitNumbers(text: string): string[] {
  return text
    .split(/[,;，；、]/u)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function wholeNumber(text: string, name: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw wrong('option_not_whole', name, text);
  return Number(text);
}

function wrong(
  code: 'option_empty' | 'option_not_a_day' | 'option_not_whole',
  name: string,
  value: string,
): Failure {
  const option = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return new Failure('usage', [problem(code, { option, value })]);
}
