// What is said while files are read in: what is wrong, and what to do about it.
export const problemsIntake = {
  file_not_found: 'There is no such file. Check its name and folder.',
  file_unreadable:
    'Cannot read this. Make sure that it is a file, that you may read it, and that no other program holds it.',
  file_empty: 'There is nothing in it. Give a file with content.',
  file_not_a_table:
    'This is a web page or XML, not a table. Open it in WPS or Excel, save it as .xlsx or .csv, and import that.',
  encoding_unknown:
    'Cannot tell the encoding of {file}; it may not be text. Save it as CSV in UTF-8 or as .xlsx, or name the encoding with --encoding.',
  encoding_broken:
    'From this line on there are bytes that are not {encoding}; the file mixes encodings or is damaged. Name the encoding with --encoding, or save the file again.',
  encoding_not_supported: 'The encoding {encoding} is not known. Use one such as: {allowed}.',
  encoding_guessed: 'Read as {encoding}; if the text looks wrong, name the encoding with --encoding.',
  delimiter_not_supported: 'The delimiter {delimiter} is not supported. Use one of: {allowed}.',
  delimiter_guessed: 'Columns taken as separated by {delimiter}; if that is wrong, name it with --delimiter.',
  quote_not_closed: 'A quote that opens in the row on this line is never closed. Close it, or remove it.',
  row_too_long:
    'The row that begins on this line has more than {size} characters; a quote is not closed, or this is no table. Check the file and import it again.',
  columns_too_many:
    'This row has {found} columns, at most {most} are read. Remove columns, or name the delimiter with --delimiter.',
  header_missing:
    'No header was found. Put the column names in the first row; the command template makes an empty table.',
  header_at: 'The header was taken from line {line}, {height|row|rows} high; rows above it were not read.',
  heading_twice: 'The heading "{heading}" occurs more than once. Rename or remove one of the columns.',
  heading_asked:
    'The heading "{heading}" could mean {fields} here. Use a clear heading, or say which with --mapping.',
  field_twice:
    'The headings "{headings}" both mean {field}. Keep one of the columns, or say which with --mapping.',
  columns_missing:
    'Columns that {kind} must have are missing: {headings} ({missing}). The file has: {found}. Add them, or say with --mapping where they come from.',
  serial_without_prefix:
    '"{heading}" starts at 1 in every table and cannot be a number of its own. Add a column of numbers, or give it a prefix with --mapping.',
  column_unknown: 'The column "{heading}" is not known and was left out.',
  column_unknown_near: 'The column "{heading}" is not known and was left out. Is it "{nearest}"?',
  column_left_out:
    'The column "{heading}" (which could be {fields}) is not in the mapping and was left out. Add it there, or name it under ignore.',
  row_too_short:
    'This row has {found} cells, the header {expected}. Add the missing separators, or put quotes around cells that hold one.',
  row_too_wide:
    'This row has {found} cells, the header only {expected}. Put quotes around cells that hold a separator, or add the heading.',
  cell_without_heading: 'A cell of this row has no heading. Give the column a heading, or empty the cell.',
  rows_of_totals: '{count|row|rows} of totals skipped (line {lines}).',
  rows_of_footer: '{count|footer row|footer rows} skipped (who filled it in, and the like; line {lines}).',
  rows_of_notes: '{count|row|rows} of notes skipped (line {lines}).',
  rows_of_headings:
    '{count|row that is a heading|rows that are headings} between the others skipped (line {lines}).',
  rows_of_header: '{count|repeated header|repeated headers} (line {lines}) skipped.',
  rows_joined:
    '{count|row goes on|rows go on} with the finding above them and joined with it (line {lines}).',
  rows_short:
    '{count|row is shorter|rows are shorter} than the header (line {lines}); the missing cells are empty.',
  rows_bad_many:
    'More than {count} rows of this file cannot be read; it is no such table. Look at it with import inspect, and check its kind and header.',
  rows_skipped_by_mapping: '{count|row|rows} skipped as the mapping says (line {lines}).',
  rows_hidden: '{count|hidden or filtered row|hidden or filtered rows} (line {lines}), read like the others.',
  words_kept:
    'Rows whose progress is not a known word and that have no day of application: {count} (line {lines}). They are not reports; the words of the unit are kept as written.',
  word_not_understood:
    'What this says of the progress is not understood. Write one of {allowed} (in Chinese {words}), or settle it with the map: lines below.',
  word_wanted:
    '"{heading}" does not say whether the finding is done. Add a column 完成情况 with the word, or give it with --mapping.',
  checks_incomplete:
    'In {count|row|rows} a verdict lacks who checked or when (line {lines}); the verdict was not taken.',
  personal_id_card:
    'In {count|row|rows} this column seems to hold an ID-card number (line {lines}). It is kept as given and masked in documents; take it out of the file if it is not needed.',
  personal_phone:
    'In {count|row|rows} this column seems to hold a phone number (line {lines}). It is kept as given and masked in documents; take it out of the file if it is not needed.',
  cell_required: '{field} must not be empty. Fill it in.',
  cell_not_a_day: 'This cannot be read as a day. Write it like 2018-09-12.',
  day_without_year: 'This day has no year. Add it, or give one with --year.',
  day_like_number: 'A text like 9.2 may be 2 or 20 September, or a number. Write the day like 2018-09-12.',
  day_not_in_calendar: 'The calendar has no such day (years 1900 to 2999). Check year, month and day.',
  day_not_in_format:
    'This day is not written as {format}. Check the format in the mapping, or correct the cell.',
  deadline_in_words:
    'This deadline is not a day. Give a day, or +5d (within 5 days), +5wd (within 5 working days), or put the words under map in the mapping.',
  cell_not_one_of: 'This word is not known here. Use one of: {allowed}; in Chinese: {words}.',
  cell_not_one_of_near:
    'This word is not known here; did you mean {near}? Use one of: {allowed}; in Chinese: {words}.',
  cell_word_asked:
    'This word could mean several things, and the choice is yours. Write one of: {allowed}; in Chinese: {words}.',
  cell_is_error: 'This cell holds the error of a formula. Correct the formula, or fill in the value.',
  cell_text_missing:
    'This cell points to a text that is not in the workbook. Open the workbook in WPS or Excel, fill in the cell, and save it.',
  cell_value_missing:
    'This cell says that it holds a value, but there is none. Open the workbook in WPS or Excel, fill in the cell, and save it.',
  cell_format_unknown:
    'The format of this cell writes the number in a way that cannot be read. Write it as text or give it an ordinary format.',
  formula_without_value:
    'This cell holds a formula whose value was never stored. Open the workbook in WPS or Excel and save it, or fill in the value.',
  percent_rounded: 'This is shown as 100 % but is less. Write what it is.',
  percent_not_the_unit:
    'This is a percentage, but the unit of the task is "{unit}". Give the amount in that unit.',
  cell_not_whole: 'A whole number from 1 on is wanted here.',
  cell_not_an_amount:
    'An amount is wanted here: 0 or more, at most two decimals, without unit or thousands separators.',
  severity_not_1_to_3: 'The severity is 1, 2 or 3.',
  number_spoilt:
    'Excel has turned this number into powers of ten and its last digits are lost. Format the column as text and type the number again.',
  number_became_date:
    'Excel has turned this number into a date. Format the column as text and type the number again.',
  number_not_single: 'Only one number is possible here, and numbers contain no comma or semicolon.',
  name_not_number:
    'This cell of {field} holds a name, not a number. Give the number, or add --match-names to look names up on the roster.',
  milestone_unreadable:
    'The milestone "{part}" cannot be read. Write 2018-09-01:20;2018-09-10:60 (day:amount so far).',
  milestone_outside: 'The milestone of {on} does not lie from the start to the deadline. Check the days.',
  milestone_past_target: 'The milestone of {on} passes the target. Check the amounts.',
  milestones_not_rising:
    'The milestone of {on} is not later and larger than the one before. Days and amounts must both rise.',
  left_before_joined: 'The day of leaving, {left}, is before the day of joining, {joined}. Check both.',
  due_before_found: 'The deadline {due} is before the day of finding, {found}. Check both.',
  recurs_itself: 'A finding cannot repeat itself. Give the number of the older finding, or empty the cell.',
  cadre_twice:
    'Cadre {cadre} occurs twice in this row. A cadre has one role on a finding or task; remove one.',
  new_due_before_granted: 'The new deadline {due} is before the day it was granted, {granted}. Check both.',
  ruling_half_filled: 'The ruling is only half filled; missing: {missing}. Fill all three, or none.',
  ruled_before_raised:
    'The day of the ruling, {ruled}, is before the objection was raised, {raised}. Check both.',
  finding_and_task: 'Give either a finding number or a task number, not both.',
  finding_or_task: 'Give a finding number or a task number: what is handed over?',
  reassigned_to_same: 'It is handed over from {cadre} to {cadre}. Name the cadre who takes it over.',
  decision_empty: 'Fill in the measure or the commendation, or both.',
  start_after_due: 'The start {start} is after the deadline {due}. Check both.',
  json_broken: 'This line is not whole JSON ({reason}). Correct the line.',
  json_array_broken: 'The JSON array is not closed, or something follows it. Export the file again.',
  json_not_an_object: 'A JSON object is wanted here, such as {"finding_no": "…"}.',
  json_value_nested: 'The value of "{key}" is an object. Give a text, a number, or a list of numbers.',
  json_key_twice: '"{key}" occurs more than once in this object. Keep one.',
  json_key_late:
    'The key "{key}" appears on this line for the first time. Put it into the first object too (it may be empty).',
  text_not_unicode: 'The text of "{key}" holds half a character. Correct it.',
  workbook_broken:
    'This workbook cannot be opened; it may be damaged. Open it in WPS or Excel, save it as .xlsx, and import that.',
  workbook_excel95:
    'This workbook was made by Excel 95 or older and cannot be read. Open it in WPS or Excel, save it as .xlsx, and import that.',
  workbook_other:
    'This is a spreadsheet of another format (.xlsb or .ods). Open it in WPS or Excel, save it as .xlsx, and import that.',
  file_is_word:
    'This is a Word file of an old format (.doc or .rtf). Open it in WPS or Word, save it as .docx, and import that: its tables are read.',
  word_without_table:
    'This Word file has no table with text in it. Give another file; if the register is a picture or plain text, make it a table first.',
  word_broken:
    'This Word file cannot be opened; it may be damaged. Open it in WPS or Word, save it as .docx, and import that.',
  word_cell_not_text:
    'This cell holds something that cannot be read as text (a picture, a check box, a symbol, an automatic number, or a table). Type it in as text.',
  word_text_left_out:
    '{count|row holds text|rows hold text} that is hidden or, as a tracked change, deleted (line {lines}). That text was not read.',
  workbook_encrypted: 'This file has a password. Save it without one and import that.',
  workbook_too_large:
    'By its own directory this file unpacks to more than {megabytes} MB, and is not read. Save the table as CSV and import that.',
  workbook_file_too_large:
    'This file is larger than {megabytes} MB, and is not read. Save the table as CSV and import that.',
  workbook_sheets_too_many:
    'This workbook has more than {most} sheets, and is not read. Save the sheets with the table in a workbook of their own.',
  workbook_sheet_twice:
    'The sheets "{sheet}" and "{other}" occupy the same place in this file, which no program writes. Open it in WPS or Excel, save it as .xlsx, and import that.',
  workbook_cells_too_many:
    'This workbook has more than {most} filled cells, and is not read. Name one sheet with --sheet, or save the table as CSV and import that.',
  workbook_texts_too_many:
    'This workbook has more than {most} different texts, and is not read. Save the table as CSV and import that.',
  archive_contradicts:
    'The directory of this file contradicts itself: there are two, or it lists other parts than it counts. Open the file in WPS or Office, save it again, and import that.',
  archive_packing:
    'The part {part} of this file is compressed in a way that is not read. Open the file in WPS or Office, save it again, and import that.',
  archive_part_misplaced:
    'The part {part} of this file does not lie where its directory says. The file is damaged or was tampered with. Open it in WPS or Office, save it again, and import that.',
  archive_part_size:
    'The part {part} of this file has another size than its directory says. The file is damaged or was tampered with. Open it in WPS or Office, save it again, and import that.',
  archive_part_twice:
    'The part {part} occurs more than once in this file. Open the file in WPS or Office, save it again, and import that.',
  archive_parts_too_many:
    'This file has more than {most} parts, and is not read. Save the table in a file of its own, without pictures.',
  xml_too_deep:
    'The part {part} of this file nests more than {most} elements: no program writes that. Open the file in WPS or Office, save it again, and import that.',
  cell_text_too_long:
    'This text is longer than {most} characters, which is all that a cell may hold. Shorten it.',
  workbook_too_wide:
    'The area that this workbook covers is too large for a register. Remove the empty rows and columns around the table, save it, and import that.',
  workbook_dtd:
    'The part {part} of this workbook brings a document type (DTD) and is not read. Save the workbook again in WPS or Excel.',
  workbook_without_rows: 'This workbook has no content. Give another file, or name the sheet with --sheet.',
  sheet_unknown: 'There is no sheet "{sheet}". There are: {sheets}.',
  sheet_not_chosen: 'Cannot tell on which sheet {kind} are. Name it with --sheet (or --sheet all): {sheets}.',
  sheet_taken: 'The sheet "{sheet}" was read; not read: {others}.',
  sheet_as_without_sheet:
    'This file has no sheets from whose names --sheet-as could take something. Leave --sheet-as out, or give a workbook.',
  sheet_as_unknown: '--sheet-as must name a field: "{field}" is none. Use one of: {known}.',
  sheet_is_chart: 'The tab "{sheet}" is a chart and was skipped.',
  sheet_without_header: 'The sheet "{sheet}" has no header of {kind} and was skipped.',
  sheet_hidden: 'The sheet "{sheet}" is hidden and was not read. Name it with --sheet if you need it.',
  mapping_column_unknown: 'The column "{column}" of the mapping is not in the file. Check its name.',
  mapping_column_near: 'The column "{column}" of the mapping is not in the file. Is it "{nearest}"?',
  mapping_column_wanted: '{key} must be the heading of a column, or its place as a number from 1.',
  mapping_source_wanted: '{key} needs exactly one of column, columns, value.',
  mapping_format_wrong: '{key} must name year, month and day once each, such as MM/DD/YYYY.',
  mapping_join_alone: '{key} only goes with columns.',
  yaml_broken: 'This is not right YAML: {reason}. Check indents, colons and quotes.',
  yaml_not_a_map: 'This YAML file does not consist of keys with values. Rewrite it after the example.',
  yaml_key_unknown: 'The key {key} is not known. Here there can be: {known}.',
  yaml_key_near: 'The key {key} is not known. Is it {nearest}?',
  yaml_key_missing: '{key} is missing. Add it.',
  yaml_value_wrong: 'The value of {key} is not right. Rewrite it after the example.',
  yaml_value_not_one_of: 'The value of {key} is not right. Use one of: {allowed}.',
  yaml_text_wanted: '{key} must be text. Put quotes around numbers such as "2018".',
  yaml_number_spoilt: 'YAML takes {written} for another number. Put quotes around it: "{written}".',
  policy_number_wanted: '{key} must be a number without quotes.',
  policy_decimals: '{key} has at most two decimals.',
  policy_too_large: '{key} must be at most {most}.',
  yaml_key_twice: '{key} is given more than once (with and without quotes it is the same key). Keep one.',
  policy_negative: '{key} must not be below 0.',
  policy_at_least_zero: '{key} must be above 0.',
  policy_tiers_order: 'Tiers go from light to heavy: {measure} belongs before {before}.',
  policy_tiers_points:
    'at_least must rise from tier to tier: that of {measure} is not above that of {before}.',
  policy_tiers_empty: '{key} needs at least one tier.',
  policy_measure_twice: '{measure} can only have one tier. Remove the other.',
  policy_whole_wanted: '{key} must be a whole number, 0 or more.',
  policy_span_negative: '{key} cannot be below 0. Give a whole number; 0 means no limit.',
  policy_raise_at_one: '{key} must be 0 (never), or a whole number of 2 or more.',
  policy_window_zero: '{key} cannot be 0 where raise_at_entries is set. Give 1 or more months.',
  policy_days_form: '{key} must be 5d (days), 5wd (working days) or empty.',
} as const;
