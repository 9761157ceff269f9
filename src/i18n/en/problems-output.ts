// What output says when it cannot write, in English: the problem, then the remedy.
import type { problemsOutput as zh } from '../zh/problems-output.ts';

export const problemsOutput: Readonly<Record<keyof typeof zh, string>> = {
  output_is_folder: '{file} is a folder: give -o the name of a file',
  output_is_link: '{file} is a link, and links are not followed: name the real file',
  output_not_a_file: '{file} is not a plain file: choose another name, or -o - for standard output',
  output_is_ledger: '{file} is a ledger or another database, and no list replaces it: choose another name',
  output_folder_missing: 'there is no folder {folder}: make it first',
  output_folder_denied: 'no permission to write in {folder}: choose another folder',
  output_full: 'no space left while writing {file}, nothing was written: make room and run it again',
  output_failed: 'writing {file} failed ({reason}), nothing was written',
  output_ending_unknown: 'the ending of {file} names no format: use one of {known}, or add --format',
  output_cell_too_long:
    'a cell of xlsx holds at most {limit} characters, and one of {column} is longer: use --format csv',
  output_not_in_encoding: 'GB18030 is for csv only: leave out --encoding, or add --format csv',
};
