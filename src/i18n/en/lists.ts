// What is said of lists and of answers for scripts in English.

export const lists = {
  'option.columns': 'only these columns, in this order (keys or headings, separated by commas)',
  'option.sort': 'order by these columns; with - before one the greatest first',
  'option.verbose': 'say more: all remarks, the ledger, the journal entry',
  'said.rows_written': 'Written: {file} (rows: {rows}).',
  'said.file_written': 'Written: {file}.',
  'said.headers_zh':
    'The columns are headed in English codes, for scripts. For Chinese headings and words: --headers zh, or set YANQUAN_HEADERS=zh.',
  usage_one_document:
    'A document explains one cadre. Give one number to yanquan {command}, or leave --format away: {numbers}.',
  'column.words': 'words',
  'column.station_of_lead': 'station of the lead',
  'column.due_reckoned': 'deadline as given',
  'column.rank_now': 'rank now',
  'column.unit_now': 'unit now',
  'column.station_now': 'station now',
  'column.roster_events': 'roster events',
  'column.corrected_rounds': 'rounds with a corrected line',
  'column.planned_on': 'planned on the day asked for',
  'column.done_on': 'done on the day asked for',
  'column.cancelled_by': 'cancelled by',
  'column.cancelled_reason': 'reason of the cancelling',
  'column.cancelled_id': 'id of the cancelling',
  'column.order_id': 'id of the order',
  'said.entry': 'Journal entry {seq} of {file}.',
  'said.xlsx_long':
    'A list of more than {most} rows is written without filters and print settings. Narrow it down with filters to have them.',
  'said.calendar_events': 'Deadlines in the calendar: {count}.',
  'said.calendar_without_day': 'Left out because they have no deadline: {count}.',
  'calendar.due': 'Rectification deadlines up to {until}',
  'calendar.duties': 'What the office owes, as of {on}',
  'column.numbers': 'numbers',
  'column.due_items': 'what is due',
  'column.cadre': 'cadre',
  'title.due_groups': 'Due',
  'option.due_on_day': 'count the days left from this day (by default today)',
  'option.due_grouped': 'one row for each cadre or unit, with all that is theirs',
  usage_other_filters: '{kind} cannot be narrowed down by {option}. They take: {known}.',
  usage_no_filters: '{kind} cannot be narrowed down by {option}. Leave it away.',
  'help.topic_json':
    'Answers for scripts. Every command takes --json; its answer is the same in every language:\n  lists  an array of objects, [] when there is nothing; the same as --format json\n  show  the rows, each with everything that is told of the one thing\n  writing  one object: what was done, the ids of the facts, written, dry_run, the journal entry\n  refusals  {"problems": [{code, file, line, column, value, message}], "exit": N}, also of wrong usage\nEmpty values are empty texts. Talk goes to stderr, -q leaves it out. The exit code says what comes next: yanquan help exit-codes.\nAll keys as a JSON Schema: yanquan help json-schema. By the command in $defs: round_open, finding_show, refusal.',
  'said.undecided':
    'The closing will ask for a decision on {count}: {numbers}. For each: yanquan decide {$cadre_no} --confirm --by WHO --reason REASON (or --measure M).',
  'said.begin':
    'There is no ledger in this folder. To begin:\n  yanquan demo                       two rounds on invented people, to look around\n  yanquan init --township NAME       a ledger of your own in this folder\n  yanquan import ledger FILE         then your own workbook of findings (after import cadres ROSTER)',
  'said.policy_ours':
    "The rule {policy} is this program's own, not your office's: {tiers}. To put in your own: yanquan policy show -o policy.yaml, change it, then yanquan policy check policy.yaml and yanquan policy adopt policy.yaml.",
  'said.tier': '{at_least} or more: {measure}',
} as const;
