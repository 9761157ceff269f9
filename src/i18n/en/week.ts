// What is said of files of all kinds and of the clerk's week in English.

export const week = {
  'summary.week': 'the week: files in, round opened, what must be decided',
  'help.week':
    "The clerk's week up to the decisions. Imports files and folders of all kinds as import auto does; with --cutoff it opens the round if none is open, tallies it and says what must be decided. Imports and opening are one transaction: all or nothing. The same files at the same cutoff change nothing. Filled in, the list of --decisions imports as decisions, and so does a Chinese tally workbook.",
  'example.week':
    'yanquan week week37\nyanquan week week37 --cutoff 2018-09-12 --decisions decisions.xlsx\nyanquan week ledger.xlsx --match-names --cutoff 2018-09-12 --dry-run',
  'next.week': 'Fill in who decides and why, yanquan import decisions FILE, then yanquan round close.',
  'option.week_cutoff': 'open the round of this cutoff if none is open, and tally it',
  'option.week_decisions': 'write the list of decisions that are missing, to be filled in and imported',
  'title.decision_list': 'Decisions for round {round} (cutoff {cutoff}) · draft',
  'decisions.by': 'by',
  'decisions.reason': 'reason',
  'blank.meeting': 'MEETING',
  'week.round_opened': 'Round {round} is open (cutoff {cutoff}).',
  'week.round_open': 'Round {round} was open already (cutoff {cutoff}).',
  'week.round_closed': 'Round {round} is closed already (cutoff {cutoff}).',
  'week.tally':
    'Draft: {counted} findings counted, {pending} pending ({late} of them late with the office). Proposed:',
  'week.measure': '- {measure}: {count}',
  'week.no_measures': '- no measures',
  'week.circle': '- in the circle: {circle} (entering {entered}, leaving {left}); commended: {commended}',
  'week.without_deadline': '- findings without a deadline, left out: {count}',
  'week.without_responsible': '- outstanding findings with no responsible cadre on the roster: {count}',
  'week.nothing_to_decide': 'No decision is missing.',
  'week.to_decide': 'To be decided ({count}): {list}',
  'week.decide_how': 'For a list to fill in: {again} --decisions decisions.xlsx',
  'week.decide_file':
    'The list to fill in is {file}. A Chinese tally workbook (汇总.xlsx) with 审定人 and 审定理由 filled in imports as decisions too.',
  'week.late': 'Duties late on {on}: {count} ({list}). See yanquan duties --late.',
  'week.next': 'Next: {next}',
  'summary.pack': 'all papers of a closed round in a folder',
  'help.pack':
    'Puts all papers of a closed round into a folder: the notice (docx, xlsx), the training list, the explanation of each cadre, the papers after the closing, the visit sheets of the stations, the dispatch orders with something open, an index and SHA256SUMS (sha256sum -c). The same round at the same journal entry gives the same bytes. A paper that was changed since is not overwritten.',
  'example.pack': 'yanquan pack --round 1 -o round1',
  'next.pack':
    'Print what is in the index; yanquan measure serve and measure talk record what was handed over and held.',
  'option.pack_output': 'the folder: a new or empty one, or a pack of the same round',
  pack_not_a_folder: '{folder} is no folder. Choose another name with -o.',
  pack_folder_not_empty:
    '{folder} is not empty, and is no pack of this round. Nothing was written. Choose another folder with -o.',
  pack_file_changed:
    '{file} was changed since it was packed, and is not overwritten. Move it away, or choose another folder with -o.',
  'said.packed':
    'Round {round}: {count} papers are in {folder}. The index is {index}; check them there with sha256sum -c {sums}.',
  'said.packed_already':
    'Round {round}: all {count} papers are in {folder} already; nothing was changed. The index is {index}; check with sha256sum -c {sums}.',
  'pack.index': 'index',
  'pack.column_what': 'what it is',
  'pack.index_title': 'Papers of round {round} (cutoff {cutoff})',
  'pack.index_digest': 'Digest: {digest}',
  'pack.index_sums': 'SHA256SUMS has the checksum of each file: sha256sum -c SHA256SUMS.',
  'pack.notice': 'notice-round-{round}',
  'pack.notice_what': 'The notice of round {round}',
  'pack.notice_list_what': 'The list of the notice of round {round}',
  'pack.training': 'training-round-{round}',
  'pack.training_what': 'The proposed training list of round {round}',
  'pack.explanations': 'explanations',
  'pack.explanation': 'explanation-{cadre_no}-{name}-round-{round}',
  'pack.explanation_what': 'Explanation for {name} ({cadre_no}), round {round}',
  'pack.measures': 'after-the-closing',
  'pack.measure': '{paper}-{cadre_no}-{name}-round-{round}',
  'pack.measure_what': '{paper} for {name} ({cadre_no}), round {round}',
  'pack.visits': 'visits',
  'pack.visit': 'visit-{station}-after-round-{round}',
  'pack.visit_what': 'Visit sheet of {station}, after round {round}',
  'pack.orders': 'orders',
  'pack.order': 'order-{order_no}-{station}-round-{round}',
  'pack.order_what': 'Dispatch order {order_no} to {station}, at round {round}',
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
