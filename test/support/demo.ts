// The demo's ledger, run once through the command line; tests copy it.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeOnce } from './made-once.ts';
import { type Ran, runOk, type World } from './run.ts';

/** A world some weeks after the demo. */
export const afterDemo: World = { now: '2018-10-01T04:00:00Z' };

interface Demo {
  readonly folder: string;
  readonly ledger: string;
  readonly ran: Ran;
}

let made: Promise<Demo> | undefined;

/** The demo, run once in Chinese. Never write to its ledger. */
export function demo(): Promise<Demo> {
  made ??= make();
  return made;
}

async function make(): Promise<Demo> {
  const made = await madeOnce('demo', async (folder) => {
    const ran = await runOk(['demo', '--dir', join(folder, 'demo'), '--lang', 'zh'], afterDemo);
    writeFileSync(join(folder, 'ran.json'), JSON.stringify(ran));
  });
  const folder = join(made, 'demo');
  const ran = JSON.parse(readFileSync(join(made, 'ran.json'), 'utf8')) as Ran;
  return { folder, ledger: join(folder, 'yanquan.db'), ran };
}

/** A copy of the demo's ledger in a folder. */
export async function demoLedgerIn(folder: string): Promise<string> {
  const ledger = join(folder, 'yanquan.db');
  copyFileSync((await demo()).ledger, ledger);
  return ledger;
}
