// Runs a command as a process of its own and says what it took: seconds by the wall, and the peak of its memory.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

/** A command with its arguments; what it prints goes to `output`, nowhere by default. */
export interface Run {
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly output?: string;
  /** Exit codes that are as they should be; 0 by default. */
  readonly codes?: readonly number[];
}

export interface Took {
  readonly seconds: number;
  /** Bytes, the largest that was resident; null where the system does not report it. */
  readonly peak: number | null;
}

const EVERY = 10;

/** Runs a command to its end. @throws Error when it cannot be started or ends with another exit code */
export function take(run: Run): Promise<Took> {
  const [program, ...args] = run.command;
  const out = openSync(run.output ?? '/dev/null', 'w');
  const began = process.hrtime.bigint();
  const env = { ...process.env, ...run.env };
  const child = spawn(program, args, {
    env,
    stdio: [run.input === undefined ? 'ignore' : 'pipe', out, 'pipe'],
  });
  child.stdin?.end(run.input);
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said += text;
  });
  let peak: number | null = null;
  const watching = setInterval(() => {
    peak = peakOf(child.pid) ?? peak;
  }, EVERY);
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearInterval(watching);
      closeSync(out);
    };
    child.once('error', (error) => {
      end();
      reject(error);
    });
    child.once('exit', (code) => {
      const seconds = Number(process.hrtime.bigint() - began) / 1e9;
      end();
      if ((run.codes ?? [0]).includes(code ?? -1)) resolve({ seconds, peak });
      else reject(new Error(`${run.command.join(' ')} ended with ${code}: ${said.slice(-500)}`));
    });
  });
}

/** The largest memory that a process has had so far; undefined where the system does not keep it. */
function peakOf(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}

/** The middle of the values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
