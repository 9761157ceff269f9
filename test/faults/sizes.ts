// How much is tried: a little in `npm test`, the contract's figures in `npm run test:faults`.
import type { TestContext } from 'vitest';

/** Whether this is the long run, which test/faults.config.ts says. */
const long = process.env.YANQUAN_FAULTS === 'long';

/** The figure of this run. */
export function size(short: number, full: number): number {
  return long ? full : short;
}

/** How long a test may take, in milliseconds. */
export const TIMEOUT = long ? 6 * 3_600_000 : 240_000;

export type Figures = Readonly<Record<string, number | string>>;

declare module 'vitest' {
  interface TaskMeta {
    /** What a test of the harness measured, for the table at the end of the long run. */
    figures?: Figures;
  }
}

/** Puts what was measured into the table at the end of the long run. */
export function report(context: TestContext, figures: Figures): void {
  context.task.meta.figures = figures;
}

/** Says loudly that a test cannot run here, and why. */
export function cannotRun(context: TestContext, why: string): never {
  process.stderr.write(`\nNOT RUN HERE: faults: ${context.task.name}: ${why}\n`);
  return context.skip(why);
}
