// What an import of a register says of what changed.
export const changes = {
  'changes.title': 'Changes this week:',
  'changes.title_none': 'Changes this week: none.',
  'changes.title_not_written': 'Changes this week (not written):',
  'changes.title_not_written_none': 'Changes this week: none (not written).',
  'changes.added': '- new findings: {count}: {list}',
  'changes.added_more': '- new findings: {count}: {list} …',
  'changes.amended': '- amended: {count}: {list}',
  'changes.amended_more': '- amended: {count}: {list} …',
  'changes.reported': '- reports: {count} (done {done}, partly {partly}, not done {not_done}): {list}',
  'changes.reported_more': '- reports: {count} (done {done}, partly {partly}, not done {not_done}): {list} …',
  'changes.checked': '- checks: {count}: {list}',
  'changes.checked_more': '- checks: {count}: {list} …',
  'changes.rectified': '- of these rectified: {count}: {list}',
  'changes.rectified_more': '- of these rectified: {count}: {list} …',
  'changes.to_amend':
    '- different from the ledger: {count}. Compare, then amend with --amend {columns} --reason TEXT: {list}',
  'changes.to_amend_more':
    '- different from the ledger: {count}. Compare, then amend with --amend {columns} --reason TEXT: {list} …',
  'changes.unit_words':
    "- progress not understood: {count} ({news} of them different from last time), kept as the unit's words and not as a report: {list}",
  'changes.unit_words_more':
    "- progress not understood: {count} ({news} of them different from last time), kept as the unit's words and not as a report: {list} …",
  'changes.left': '- read as not done by an earlier version: {count}, left as recorded: {list}',
  'changes.left_more': '- read as not done by an earlier version: {count}, left as recorded: {list} …',
  'changes.left_reverse':
    '  To put it right: yanquan reverse {ids} --reason TEXT, then import the same file again.',
  'changes.left_correct':
    '  Round {round} used it. Then: yanquan correct {$cadre_no} --round {$round} --by WHO --reason TEXT.',
  'changes.names': 'Matched {count|name|names}: {list} and others (-v shows all).',
  'changes.as_before':
    '{count|more remark is|more remarks are} the same as last time (see them with -v or in batch show).',
  // The register as a workbook.
  'register.problems': 'problems',
  'register.tasks': 'tasks',
  'register.lead_no': 'lead no',
  'register.people': 'responsibilities',
  'column.serial': 'serial',
  'column.current_status': 'current status',
  'column.first_due_on': 'first deadline',
  'column.lead_names': 'lead names',
  'column.assist_names': 'assist names',
  'column.leader_names': 'leader names',
} as const;
