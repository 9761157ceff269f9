// Packs a docx so that the same document is the same file to the byte: no clock, no chance in it.
import { type Document as DocxFile, Packer } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';

const CORE = 'docProps/core.xml';

/** The bytes of a docx, its title and language in its properties, no day and no person. */
export async function packed(file: DocxFile, title: string, language: string): Promise<Uint8Array> {
  const made = { ...unzipSync(await Packer.toBuffer(file)), [CORE]: core(title, language) };
  const files = Object.entries(made).sort(([left], [right]) => place(left) - place(right));
  // The first moment that a zip file can hold, in local time as the format has it: the same bytes in every time zone.
  const beginning = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(files), { mtime: beginning, level: 6 });
}

/** What a reader of the format looks for first comes first. */
function place(path: string): number {
  return path === '[Content_Types].xml' ? 0 : 1;
}

function core(title: string, language: string): Uint8Array {
  const text = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${text}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`,
  );
}
