// A new year in English: a ledger carried over from another one, and the seal that ends the old one.

export const newYear = {
  'summary.seal': 'close the ledger for writing',
  'help.seal':
    'Close a ledger for writing (--ledger, or the one named): from then on it is only read. The hash of the whole journal, up to the seal, is printed. A seal is not taken back.',
  'example.seal': 'yanquan seal 2018.db --by 书记 --reason "the year is over"',
  'next.seal': 'Carry it over: yanquan init --carry-over OLD.db --ledger NEW.db.',
  'argument.ledger': 'the ledger to seal',
  'option.carry_over': 'go on from this ledger: its roster, open findings and tasks, last round, policy',
  'option.carry_all': 'with --carry-over: settled findings, finished tasks and past attendance too',
  'column.carried_from': 'carried from',
  'column.carried_entry': 'entry there',
  'state.carried': 'from',
  'explain.origin.carried': 'journal entry {seq} of {ledger}',
  'said.seal_added':
    'Sealed {file} (journal entry {entry}): it is only read from now on. Next: yanquan init --carry-over {$file} --ledger NEW.db.',
  'said.seal_unchanged':
    '{file} was sealed already, by {by} (journal entry {entry}, {at}); nothing was changed.',
  'said.carried_over':
    'Created the ledger {file}, carried over from {from}: {cadres|cadre|cadres}, {findings|finding|findings}, {tasks|task|tasks}, policy {policy}.',
  'said.carried_over_round':
    'Its next round is round {next}. Before it comes round {round} of {from} (cutoff {cutoff}): {circle} in the circle, digest {digest}.',
  'said.carried_over_not_sealed':
    '{from} is not sealed: what is entered there from now on is missing here. Next: yanquan seal {$from} --by WHO.',
  'said.waiting_carried': 'Carried over from {file} (up to its journal entry {entry})',
  'said.waiting_sealed':
    'Sealed by {by} (journal entry {entry}, {at}): only read, nothing is entered any more',
  'said.verify_carried': 'It was carried over from {file}, up to journal entry {entry} there.',
  'said.verify_against_carried_from':
    'This ledger was carried over from that one (up to its journal entry {entry}), and its last round is here as it was closed there.',
  'said.verify_against_carried_to':
    'That ledger was carried over from this one (up to journal entry {entry} here), and the last round is there as it was closed here.',
  ledger_sealed:
    'The ledger {file} was sealed by {by} (journal entry {entry}, {at}) and is read-only. Nothing was changed. Write into the ledger that goes on from it; to make one: yanquan init --carry-over {$file} --ledger NEW.db.',
  seal_round_open:
    'Round {round} of {file} (cutoff {cutoff}) is open and could never be closed. Close or cancel it first, then seal.',
  carry_over_same_file:
    '{file} is the ledger that is to be carried over. Give the new one another name: yanquan init --carry-over {$file} --ledger NEW.db.',
  carry_over_round_open:
    'Round {round} of {file} (cutoff {cutoff}) is open. Close or cancel it first, then carry over.',
  carry_over_damaged: '{file} is damaged, so nothing was carried over. Use a backup of it. What was found:',
  round_carried:
    'Round {round} was closed in {file}; its facts are there, not in this ledger. Use that ledger: yanquan --ledger {$file} …',
  verify_round_carried:
    'Round {round} was closed in {file} and is not replayed here; compare with --against {file}. This is not an error.',
  verify_carried_digest:
    'Round {round} was carried over from {file}, but its cutoff or digest is not the one that was carried.',
  verify_carried_lines: 'Round {round} is not as {file} closed it: {numbers}.',
  verify_carried_figures: 'The figures of round {round} are not as {file} kept them, first {what}.',
  verify_went_on:
    'The older of the two ledgers was written to after it was carried over (after its journal entry {entry}): those facts are missing in the newer one. Enter them there, and seal the older one.',
  usage_all_alone: '--all goes with --carry-over.',
} as const;
