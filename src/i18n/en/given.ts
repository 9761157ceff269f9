// What is said of words and names given on the command line, and of handing over, in English.

export const given = {
  'option.trend_by_too': 'the same as --group-by',
  'argument.cadre_no': 'number of the cadre, or a name that only one cadre has',
  'said.cadre_meant': '"{given}" is read as {who}.',
  'trend_by.round': 'round',
  'trend_by.source': 'source',
  'trend_by.area': 'area',
  'trend_by.station': 'station',
  'trend_by.cadre': 'cadre',
  'publish_scope.figures': 'figures',
  'publish_scope.standings': 'standings',
  'accepted.yes': 'yes',
  'accepted.no': 'no',
  'said.recorded_dry': 'Dry run: nothing was written. {count} would be recorded.',
  'said.handed': 'Handed over from {from} to {to}: {count}',
  'said.handed_dry': 'Dry run: nothing was written. Would be handed over from {from} to {to}: {count}',
  'said.handed_none': '{from} has nothing to hand over to {to}.',
  'said.handed_shared':
    'Not handed over, because {to} is responsible for it already: {count}. To name somebody else, use yanquan finding reassign or yanquan task reassign:',
  'said.needs_successor': 'Findings and central tasks of {name} that still need a successor: {count}',
  'said.needs_successor_line': '  {kind} {number} ({role}, deadline {deadline}) {description}',
  'said.needs_successor_next':
    'Hand them over: yanquan cadre leave {$cadre_no} --on {on} --to SUCCESSOR --by WHO. To hand over only some, add --only NUMBERS.',
  'said.needs_successor_next_due':
    'Hand them over: yanquan cadre leave {$cadre_no} --on {on} --to SUCCESSOR --by WHO --new-due-on DAY (for what is past its deadline). To hand over only some, add --only NUMBERS.',
  'option.leave_to': 'number or name of the successor, who takes over the open findings and central tasks',
  'option.leave_only': 'hand over only these findings or tasks (numbers; all by default)',
  'option.handover_due':
    'new deadline of what is past its own (required for that); all else keeps its deadline',
  'option.reassign_due': 'a new deadline; with --all-of only for what is past its own',
  'option.reassign_all_of': 'everything open of this cadre (number or name)',
  'option.json_recorded': 'print what was recorded as JSON',
  handover_to_same: '{cadre_no} {name} cannot be the successor of themselves. Give another successor.',
  handover_to_off_roster:
    'The successor {cadre_no} {name} is not on the roster on {on}. Give another successor; if they are back, record it first: yanquan cadre return.',
  handover_due_before:
    'The new deadline {new_due_on} lies before the day of the handover, {on}. Check --new-due-on.',
  handover_not_held:
    '{cadre_no} {name} has no open {numbers}. Check the numbers; without --only everything is handed over.',
  handover_needs_deadline:
    '{cadre_no} {name} has items past their deadline ({count}), which pass only with a new one: {numbers}. Add --new-due-on DAY, or hand over only the others with --only.',
  usage_handover_to: '--only and --new-due-on say what is handed over, but not to whom. Add --to SUCCESSOR.',
  usage_handover_by: 'A handover needs the person who records it. Add --by WHO.',
  usage_reassign_what:
    'Say what passes: numbers with --from CADRE, or everything with --all-of CADRE. See yanquan {command} --help.',
  'said.decision_off_roster':
    '{name} {cadre_no} is not on the roster at the cutoff {cutoff}: the decision on them cannot count, and must be withdrawn before the closing: yanquan decide {$cadre_no} --clear.',
  decision_off_roster:
    '{name} {cadre_no} is not on the roster at the cutoff {cutoff}, so the decision on them cannot count in this round. Withdraw it: yanquan decide {$cadre_no} --clear. If they are back, record the return first.',
  name_differs:
    'The name "{name}" differs from that of {numbers}; the number counts ({count|time|times}, first in line {line}). Check it.',
  cadre_unknown_named:
    '{cadre_no} is no number; it is the name of {who}. Give the number, or import with --match-names.',
} as const;
