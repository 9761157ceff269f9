// Reversals, what comes back and corrections: help, talk and refusals in English.
import type { reversal as zh } from '../zh/reversal.ts';

export const reversal: Readonly<Record<keyof typeof zh, string>> = {
  'help.reverse':
    'Take facts back: from now on every rule ignores them. Ids are in finding show and batch show; findings and tasks may be given by number. --with-dependents reverses what rests on them too, --dry-run lists it.',
  'option.with_dependents': 'also reverse what rests on the facts',
  'example.reverse':
    'yanquan reverse checks-12 --reason "wrong number"\nyanquan reverse HT-001 --with-dependents --dry-run --reason "not theirs"',
  fact_id_unreadable:
    '"{id}" is neither the id of a fact nor the number of a finding or task. Give an id like checks-12; see finding show or batch show.',
  fact_not_reversible:
    '{id} cannot be reversed: rounds, policies and reversals are not taken back. Cancel an open round with round cancel, or adopt another policy with policy adopt.',
  fact_unknown: 'There is no fact {id}. See finding show or batch show for its id.',
  fact_rested_on: '{by} ({what}) rests on {id}. Reverse it first, or together with it.',
  fact_in_closed_round:
    '{id} cannot be reversed: the cadre has a line in closed round {round}. Correct a wrong entry with cadre amend.',
  reversal_breaks_later:
    '{by} (the {later} of {finding_no} on {later_on}) would no longer be valid. Reverse it first, or together with the other.',
  reverse_with_dependents:
    'Nothing was changed: {count|more record depends|more records depend} on it. To reverse them too: yanquan {command} {$numbers} --reason {$reason} --with-dependents. To see the list first, add --dry-run.',
  reverse_number_of_two: '{number} is the number of a finding and of a task. Give the id of the fact: {ids}.',
  'said.reversed': 'Reversed: {count}.',
  'said.reversed_dry': 'Dry run, nothing written. Would be reversed: {count}.',
  'said.reversed_line': '  {id} ({what})',
  'said.reversed_dependents': 'Of these, {count} rested on the others and were reversed with them:',
  'said.reversed_dependents_dry': 'Resting on the others, reversed only with --with-dependents: {count}.',
  'said.reversed_already': 'Reversed before, unchanged: {ids}',
  'said.reversed_rounds':
    'Closed rounds that used these records: {rounds}. They are unchanged; later rounds ignore the records.',
  'option.again': 'record it although it was reversed before',
  'option.again_numbers': 'record although reversed before: numbers or ids of facts, or all (the default)',
  again_the_same:
    '{number}: the same record ({id}) was reversed on {on} by {by} ({why}). To record it again on purpose, add --again.',
  again_otherwise:
    '{number}: this record ({id}) was reversed on {on} by {by} ({why}) and now has other content. Check it; to record it on purpose, add --again {number} (on a single command --again alone).',
  reversed_before: '{number}: reversed on {on} by {by} ({id}: {why}); not recorded again.',
  finding_reversed:
    'Finding {number} was reversed on {on} by {by} ({id}: {why}). Leave the row out, or first add the finding again with --again.',
  task_reversed:
    'Task {number} was reversed on {on} by {by} ({id}: {why}). Leave the row out, or first add the task again with --again.',
  file_undone:
    'This file was imported as batch {batch}, which was undone on {on} by {by} ({why}). To import it again on purpose, add --again.',
  'said.left_out': 'Reversed before and left out: {count} ({on}, {by}: {why}): {numbers}',
  'said.left_out_again': 'To record them again on purpose, import with --again NUMBER.',
  'option.correct_with':
    'ids of facts recorded since the closing to take in: those that replace reversed ones, or had been received and not entered (say so in the reason)',
  'said.corrected_column': '  {column}: {before} → {after}',
  'said.corrections_due': 'Lines of closed rounds still to be corrected: {count}. Check each and run:',
  'said.correction_command':
    '  {name} (round {round}): yanquan correct {$cadre_no} --round {$round} --by WHO --reason TEXT',
  'said.correction_command_with':
    '  {name} (round {round}): yanquan correct {$cadre_no} --round {$round} --with {ids} --by WHO --reason TEXT',
  'said.corrections_heavier':
    'Would be heavier; these lines are not corrected, the facts count from the next round (round in brackets): {lines}',
  correction_needs_with:
    'The line of {name} {cadre_no} in round {round} does not change by the reversal alone. Add the facts that replace it: --with {ids}.',
  correction_earlier_first:
    'The line of {name} {cadre_no} in round {round} depends on round {earlier}. First correct round {earlier}.',
  correction_only_heavier:
    'The reversals would only make the line of {name} {cadre_no} in round {round} heavier. A correction never makes a measure heavier and puts no one in: check the next round, from which the facts count.',
  correction_with_reversed: '{id} is reversed and cannot be taken into round {round}. Check the id.',
  correction_with_kind:
    '{id} is of a kind that cannot be taken into round {round}. Give the id of a finding, a task, one of their events, or attendance.',
  correction_with_held:
    '{id} was recorded before round {round} was closed and counts there already. Take it out of --with and use the command again.',
  correction_with_later: '{id} is dated {day}, after the cutoff {cutoff} of round {round}. Check the id.',
  correction_with_nothing_reversed:
    '{id} replaces nothing that was reversed in round {round}. If it had been received and not entered, say so in the reason.',
  'word.nothing': 'none',
  verify_correction:
    'Correction {id} of {cadre_no} in round {round} does not replay as it is stored: {column}.',
  'said.waiting_corrections': 'Lines of closed rounds to be corrected after a reversal: {count}',
  key_undone:
    'The key {key} is that of batch {batch}, which was undone on {on} by {by} ({why}). To import again on purpose, add --again.',
};
