// What output says when it cannot write, in English: the problem, then the remedy.
import type { problemsOutput as zh } from '../zh/problems-output.ts';

export const problemsOutput: Readonly<Record<keyof typeof zh, string>> = {
  output_is_folder: '{file} is a folder. Give -o the name of a file.',
  output_is_link: '{file} is a link, and links are not followed. Name the real file.',
  output_not_a_file: '{file} is not a plain file. Choose another name, or -o - for standard output.',
  output_is_ledger: '{file} is a ledger or another database, and no list replaces it. Choose another name.',
  output_folder_missing: 'There is no folder {folder}. Make it first.',
  name_not_allowed: 'Windows does not allow "{what}" in the file name {file}. Choose another name.',
  output_held:
    '{file} is open in another program (Excel or WPS, for example) or is read-only, and was not written. Close it there and run the same command again.',
  name_too_long: 'The name {file} is too long for this system. Choose a shorter one.',
  output_folder_denied: 'The folder {folder} may not be written to. Choose another folder.',
  output_full: 'No space was left while writing {file}; nothing was written. Make room and run it again.',
  output_failed: 'Writing {file} failed ({reason}); nothing was written. Look at the disk and run it again.',
  output_ending_unknown: 'The ending of {file} names no format. Use one of {known}, or add --format.',
  output_cell_too_long:
    'A cell of xlsx holds at most {limit} characters, and one of {column} is longer. Use --format csv.',
  output_not_in_encoding: 'GB18030 is for csv only. Leave out --encoding, or add --format csv.',
  answer_lost:
    'The ledger was written to, but {file} could not be. Run the same command again: what is written is not repeated.',
};
