// How commands are typed where the program runs: the shell at hand, and the launcher's name in a bag.
import { resolve } from 'node:path';
import { type Shell, shellWord, type Typed } from '../../i18n/shell.ts';

/** The parts of the process that show it. */
interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
}

/** PowerShell puts the user's own modules before those of the system; cmd has the latter only. */
const OF_POWERSHELL = /[\\/]Documents[\\/](?:Windows)?PowerShell[\\/]/i;

function shellIn({ platform, env }: Surroundings): Shell {
  // Git's shells on Windows say which system they imitate.
  if (platform !== 'win32' || env.MSYSTEM !== undefined) return 'posix';
  return OF_POWERSHELL.test(env.PSModulePath ?? '') ? 'powershell' : 'cmd';
}

/** The shell and the program's name. `YANQUAN_BAG` is the folder of a bag, set by its launcher. */
export function typedIn(where: Surroundings): Typed {
  const shell = shellIn(where);
  const bag = where.env.YANQUAN_BAG;
  if (bag === undefined || bag === '') return { shell, program: 'yanquan' };
  const [slash, dot] = where.platform === 'win32' && shell !== 'posix' ? ['\\', '.\\'] : ['/', './'];
  const folder = resolve(bag);
  if (where.folder !== '' && folder === resolve(where.folder)) return { shell, program: `${dot}yanquan` };
  const word = shellWord(`${folder}${folder.endsWith(slash) ? '' : slash}yanquan`, shell);
  return { shell, program: shell === 'powershell' ? `& ${word.startsWith("'") ? word : `'${word}'`}` : word };
}
