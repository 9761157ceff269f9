// Asks for a secret at the terminal: what is typed is not shown, and goes nowhere but to who asked.
import { read } from 'read';

/** Resolves with what was typed. @throws Error when it is broken off (Ctrl-C, Ctrl-D) */
export function askSecret(question: string): Promise<string> {
  return read({ prompt: question, silent: true, input: process.stdin, output: process.stderr });
}
