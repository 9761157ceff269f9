// Numbers of cadres as arguments, or one a line on stdin where a command is given `-`.
import { readFileSync } from 'node:fs';
import { refusal } from '../../domain/problem.ts';
import { LONGEST_TEXT, textFault } from '../../domain/texts/readable.ts';
import type { Session } from '../session.ts';
import { type Input, splitNumbers } from './input.ts';

const STDIN = '-';

/** The texts of an argument that may be `-`. @throws Failure `refused` where stdin is not UTF-8 */
export function textsGiven(session: Session, input: Input, place: number): readonly string[] {
  return input.numbers(place).flatMap((text) => (text === STDIN ? fromStdin(session) : [text]));
}

function fromStdin({ context }: Session): string[] {
  const text = readFileSync(context.stdin, 'utf8').replace(/^\ufeff/, '');
  const lines = text.split(/\r?\n/);
  for (const line of lines) {
    const fault = textFault(line);
    if (fault !== undefined) throw refusal(fault, { most: LONGEST_TEXT });
  }
  return lines.flatMap(splitNumbers);
}
