// What is said of files of all kinds and of the clerk's week in English.

export const week = {
  'kind.auto': 'auto',
  kind_not_found:
    'No kind of record fits these headings. Import it by its kind (yanquan import KIND {file}), or look at it first: yanquan import inspect {file}.',
  kind_not_sure:
    'It is not sure what this file holds: {kinds} would fit. Import it by its kind: yanquan import {kind} {file}.',
  kind_not_sure_missing:
    'It is not sure what this file holds. It is nearest to {kinds}, but for {best} it has no {missing}. Add the column, or import it by its kind: yanquan import {kind} {file}.',
  usage_not_with_auto:
    'import auto does not take {options}: it fits files of one kind. Use yanquan import KIND FILE for such a file.',
  'said.auto_file':
    '{file}: {kind}: {added} added, {unchanged} unchanged, {amended} amended, {rejected} rejected',
  'said.auto_file_batch':
    '{file}: {kind}: {added} added, {unchanged} unchanged, {amended} amended, {rejected} rejected (batch {batch})',
  'said.auto_none': 'There is nothing to import.',
  'said.auto_dry':
    'Dry run, nothing written: {added} would be added, {unchanged} unchanged, {amended} amended, {rejected} rejected.',
  'said.auto_unchanged': 'All of it is recorded already; nothing was changed.',
  'skipped.lock_file': 'Skipped, lock files of an open document ({count}): {list}',
  'skipped.ledger_file': 'Skipped, ledgers ({count}): {list}',
  'skipped.folder_inside': 'Skipped, folders inside (give them by name) ({count}): {list}',
  'skipped.not_a_table': 'Skipped, no lists of records ({count}): {list}',
  'skipped.own_paper': "Skipped, this program's own lists and papers ({count}): {list}",
  'skipped.blank_form': 'Skipped, forms with nothing filled in ({count}): {list}',
  'skipped.decisions':
    'Skipped, decisions ({count}): {list}. When they are filled in and signed: yanquan import decisions {first}',
} as const;
