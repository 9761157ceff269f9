// What is said about the office's workbook, read as it stands.
export const sheets = {
  'option.sheet_as': 'a field that the name of each sheet fills, such as source (reads all sheets)',
  'said.words_dated':
    '{count|row says|rows say} done or partly without a day: recorded as reports of {on}; --on DAY gives another day.',
  'said.map_words':
    'To settle these words, put the lines below into a mapping file, replace each "?", and import again with --mapping FILE:',
} as const;
