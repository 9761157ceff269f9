// Command lines as the shell at hand takes them: how a word is quoted, how a variable is set, what the program is called.

export type Shell = 'posix' | 'cmd' | 'powershell';

/** How a command is typed here. */
export interface Typed {
  readonly shell: Shell;
  /** What stands for `yanquan` in a command line: in a bag its launcher. */
  readonly program: string;
}

/** A POSIX shell with the program on its path. */
export const USUAL: Typed = { shell: 'posix', program: 'yanquan' };

/** Characters that no shell reads as anything but themselves; a back slash only where it is no escape. */
const PLAIN: Readonly<Record<Shell, RegExp>> = {
  posix: /^[\p{L}\p{N}_./:+,=〔〕（）《》-]+$/u,
  cmd: /^[\p{L}\p{N}_./:\\+〔〕（）《》-]+$/u,
  powershell: /^[\p{L}\p{N}_./:\\+〔〕（）《》-]+$/u,
};

/** A value as one word of a command line: quoted where the shell would take it for more, or for less. */
export function shellWord(word: string, shell: Shell): string {
  if (PLAIN[shell].test(word)) return word;
  if (shell === 'cmd') return `"${word.replaceAll('"', '""')}"`;
  const quote = shell === 'powershell' ? "''" : `'\\''`;
  return `'${word.replaceAll("'", quote)}'`;
}

/** The command that sets a variable for the commands after it. */
export function settingOf(name: string, value: string, shell: Shell): string {
  if (shell === 'cmd') return `set "${name}=${value}"`;
  const word = shellWord(value, shell);
  if (shell === 'posix') return `export ${name}=${word}`;
  return `$env:${name} = ${word.startsWith("'") ? word : `'${word}'`}`;
}

/** A text with its commands as they are typed here: texts call the program `yanquan`. */
export function typedAs(text: string, { program }: Typed): string {
  return program === 'yanquan' ? text : text.replace(/(?<![\w./\\-])yanquan(?= [\p{L}-])/gu, () => program);
}
