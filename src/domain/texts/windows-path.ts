// Paths as Windows reads them: which names it takes, and which lie on another machine.

/** Devices that Windows finds in every folder, with or without an ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[1-9\u00b9\u00b2\u00b3])(?:\.|$)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: Windows refuses them in names
const REFUSED = /[<>:"|?*\u0000-\u001f]/u;

/**
 * What Windows does not take in the last part of a path: a character, a device's name, or a dot or space at its end;
 * undefined when the name is good.
 */
export function refusedInName(path: string): string | undefined {
  const name = path
    .slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
    .replace(/^[a-z]:/i, '');
  const device = DEVICE.exec(name)?.[0].replace(/\.$/, '');
  return REFUSED.exec(name)?.[0] ?? device ?? (/^\.{1,2}$/.test(name) ? undefined : /[. ]$/.exec(name)?.[0]);
}

/**
 * Whether a Windows path names a share of another machine: `\\server\share` and its long forms. `\\?\C:\` and `\\.\` name
 * this machine.
 */
export function isShare(path: string): boolean {
  const plain = path.replaceAll('/', '\\');
  if (/^\\\\[?.]\\/.test(plain)) return /^\\\\[?.]\\unc\\/i.test(plain);
  return plain.startsWith('\\\\');
}
