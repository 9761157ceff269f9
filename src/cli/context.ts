// The world as the command line meets it: streams, terminal facts, clock, environment. Tests give their own.
import { userInfo } from 'node:os';
import type { Writable } from 'node:stream';
import type { Typed } from '../i18n/shell.ts';
import { isTerminal, say } from './descriptors.ts';
import { typedIn } from './options/typed.ts';

export interface Context {
  /** Where the answer goes: a descriptor, or a stream in tests. */
  readonly stdout: number | Writable;
  /** Where the talk goes. */
  readonly stderr: (text: string) => void;
  /** The descriptor that `-` reads from. */
  readonly stdin: number;
  /** Columns of the terminal that stdout is, or undefined when it is none. */
  readonly width: number | undefined;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How commands are typed here. */
  readonly typed: Typed;
  readonly now: () => Date;
  /** The name of whoever runs the program; undefined where the system has none, as in a container. */
  readonly systemUser: () => string | undefined;
  /** Asks for a secret without showing what is typed; absent where there is no terminal to ask at. */
  readonly askSecret?: (question: string) => Promise<string>;
  /** The folder of the program's own files: the shipped policy and the demo's. */
  readonly home: string;
}

/** A console of Windows begins a new line when its last column is written to. */
const LAST_COLUMN = process.platform === 'win32' ? 1 : 0;

const USUAL_WIDTH = 80;

/** The columns to write in: `COLUMNS` where it is a number, else what the terminal reports; some report 0. */
function terminalWidth(env: NodeJS.ProcessEnv, reported: number | undefined): number {
  const asked = /^[1-9]\d{0,3}$/.test(env.COLUMNS ?? '') ? Number(env.COLUMNS) : 0;
  return (asked || reported || USUAL_WIDTH) - LAST_COLUMN;
}

/** The real world. @param home the folder of the program */
export function processContext(home: string): Context {
  const [stdoutIsTerminal, stderrIsTerminal] = [isTerminal(1), isTerminal(2)];
  return {
    // A console is written to by Node's own stream: bytes of UTF-8 are not what every code page shows.
    stdout: stdoutIsTerminal ? process.stdout : 1,
    stderr: stderrIsTerminal ? sayOnTerminal : (text) => say(2, text),
    stdin: 0,
    width: stdoutIsTerminal ? terminalWidth(process.env, process.stdout.columns) : undefined,
    stdoutIsTerminal,
    stderrIsTerminal,
    env: filled(process.env),
    typed: typedIn({ platform: process.platform, env: process.env, folder: workingFolder() }),
    now: () => new Date(),
    systemUser,
    ...(isTerminal(0) && {
      askSecret: async (question: string) => (await import('./options/ask-secret.ts')).askSecret(question),
    }),
    home,
  };
}

/** On a terminal by Node's own stream: not every system takes UTF-8 there as bytes. One that has gone away is no failure. */
function sayOnTerminal(text: string): void {
  const { stderr } = process;
  if (stderr.listenerCount('error') === 0) stderr.on('error', () => undefined);
  stderr.write(text);
}

/** The working directory; empty when it has been deleted. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return '';
  }
}

/** A variable that is set but empty counts as not set (contract, section 4). */
function filled(env: NodeJS.ProcessEnv): Context['env'] {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

function systemUser(): string | undefined {
  try {
    return userInfo().username || undefined;
  } catch {
    return undefined;
  }
}
