// What is said to be wrong with facts, the ledger and the command line in English.

export const problemsLedger = {
  cadre_unknown:
    'No cadre has the number or name {cadre_no}. Check it; add the cadre only if they are new (import cadres, cadre add).',
  finding_unknown: 'There is no finding {finding_no}. Check the number, or import the finding first.',
  task_unknown: 'There is no central task {task_no}. Check the number, or import the task first.',
  policy_version_taken:
    'Policy {name} {version} is in the ledger already with other content. Give the new file another version.',
  recurs_unknown:
    'recurs names {recurs}, which is not another finding of the ledger. Check it, or import the older finding first.',
  recurs_circle:
    '{recurs} itself repeats {finding_no}, and two findings cannot repeat each other. Check them, and name the older one on the newer one only.',
  recurs_later:
    'The older finding {recurs} was found on {found_on}, later than this one. Check the two days.',
  day_after_today: '{day} is after today, {today}. Check it, or add --future if a future day is meant.',
  record_fixed:
    '{field} of {number} is recorded as "{recorded}" and cannot become "{given}". Change a deadline by an extension, a responsible cadre by reassignment; reverse what was entered by mistake.',
  record_twice:
    '{number} occurs twice in this import with different {field}: "{recorded}" first, "{given}" here. Check, and keep one row.',
  record_conflict:
    '{field} of {number} is recorded as "{recorded}", here it is "{given}". To amend it, add --amend {column} --reason TEXT to the import, or use the amend command for one record.',
  record_conflict_amend:
    '{field} of {number} is recorded as "{recorded}", here it is "{given}", and --amend does not name {column}. Name it too, or give the recorded value.',
  objection_unknown:
    'Cadre {cadre_no} has no objection to {finding_no} that waits for a ruling. See finding show.',
  objection_several:
    'Cadre {cadre_no} has several objections to {finding_no} waiting ({days}). Say which with --raised-on or --ground.',
  objection_twice:
    'The objection of {cadre_no} to {finding_no} of that day occurs twice in this file with different content. Make it one row.',
  ruling_recorded:
    'The objection of {cadre_no} to {finding_no} has a ruling already, and an import never overrides one. Reverse it first if it was a mistake.',
  measure_without_tier:
    'The policy of this round has no tier for {measure}. Decide for one of its tiers, or none.',
  decider_is_cadre:
    "{person} decides on themselves ({cadre_no} {name}). Someone else must do this. If only the name is the same, give that person's number, or 外:{name}（UNIT）.",
  cadre_not_on_roster:
    'Cadre {cadre_no} is not on the roster on {on}, so nothing can be decided for them. Check the number; if they are back, record the return first.',
  round_not_open: 'No round is open. Open one first: yanquan round open --cutoff DAY.',
  round_not_open_cutoff:
    'No round is open. Add --cutoff DAY, or open one first: yanquan round open --cutoff DAY.',
  round_is_open: 'Round {round} (cutoff {cutoff}) is open, and only one can be. Close or cancel it first.',
  round_not_closed: 'There is no closed round {round}. See yanquan round list.',
  round_unknown: 'There is no round {round}. See yanquan round list.',
  no_round_yet: 'No round has been closed yet. Close one first, or add --proposed for the open one.',
  no_closed_round: 'No round has been closed yet. Close one first: yanquan round close.',
  no_own_round:
    'This ledger goes on from another one (up to round {round}) and has closed no round of its own yet. See the other ledger for the rounds before.',
  cutoff_not_later:
    'The cutoff {cutoff} is not after that of round {round}, {last}. Cutoffs strictly increase: give a later day.',
  cutoff_after_today:
    'The cutoff {cutoff} is after today, {today}. Check it, or add --future if it is meant.',
  statement_missing:
    '{name} ({cadre_no}) would get {measure}, and the policy asks for a statement or a waiver first. Record it: yanquan cadre statement {$cadre_no}, or yanquan cadre statement {$cadre_no} --waived.',
  points_too_many:
    'The points of {name} ({cadre_no}) are too many to be exact, and nothing was tallied. Make the weights in the policy smaller (policy adopt); it applies from the next round on.',
  decision_missing:
    '{name} {cadre_no} would get {measure}, which the policy requires a named decision for. First: yanquan decide {$cadre_no} --confirm --by WHO --reason TEXT.',
  digest_differs:
    'The digest is {digest} now, not {expected}: facts or decisions have changed since it was read. Run yanquan tally again, then close with the new digest.',
  approver_has_measure:
    '{person} ({cadre_no} {name}) has a measure in this round and cannot approve it. Someone else must do this.',
  approver_has_measure_name:
    "Cadre {cadre_no}, who has a measure in this round, is called {name}, so {person} cannot approve it. Someone else must do this. If only the name is the same, give that person's number, or 外:{name}（UNIT） for somebody who is not on the roster.",
  engine_differs:
    'Round {round} was decided by scoring engine {engine}; this program has engine {own} and cannot replay it. The stored round is unchanged; to replay it, use the program of that time.',
  batch_none_to_undo: 'There is no batch to undo. See yanquan batch list.',
  batch_undo_which:
    'Name the batch. The last one that is not undone is batch {batch} ({file}): yanquan batch undo {batch} --reason TEXT. Look at it first: yanquan batch show {batch}.',
  batch_unknown: 'There is no batch {batch}. See yanquan batch list.',
  leave_before_joining: 'Cadre {cadre_no} joined on {joined_on} and cannot leave on {on}. Check the day.',
  cadre_left_already:
    '{name} {cadre_no} is off the roster on {on} already. Check the day: yanquan cadre show {$cadre_no}.',
  cadre_on_roster_already:
    '{name} {cadre_no} is on the roster on {on} already. Check the day: yanquan cadre show {$cadre_no}.',
  roster_event_later: 'Cadre {cadre_no} has a {later} on {later_on}, after {on}. Reverse that one first.',
  confirm_would_release:
    '{name} {cadre_no} is proposed {measure}, a tier outside the circle, and kept in by an exit requirement; confirming would let them out. If that is meant, use --measure {word} and say why.',
  task_cancelled: 'Task {task_no} was cancelled on {on}.',
  attendance_twice:
    '{cadre_no} occurs twice for {site} on {on} ({session}) with different answers. Keep one.',
  event_before_found:
    'Finding {finding_no} was found on {found_on}; it cannot have a {event} on {on}. Check the day.',
  event_after_settled:
    'Finding {finding_no} was settled ({status}) on {settled_on}; no {event} follows on {on}. Enter a recurrence as a new finding that names it in recurs; reverse what was entered by mistake.',
  event_breaks_later:
    'A {event} of {finding_no} on {on} would make the recorded {later} of {later_on} invalid. Check the day, or reverse that one first.',
  extension_without_deadline:
    'Finding {finding_no} has no deadline on {on}, so there is nothing to extend. Give it one first, by a dispatch order or by amending.',
  extension_too_late:
    'The deadline of {finding_no}, {deadline}, had passed on {on}. An extension must be granted on or before the deadline: check both days.',
  extension_not_later:
    'The new deadline of {finding_no}, {new_due_on}, is not after the one in force, {deadline}. Give a later day.',
  objection_not_responsible:
    'Cadre {cadre_no} is not responsible for {finding_no} on {on} and cannot object to it. See finding show for who is, and check the day.',
  objection_pending:
    'Cadre {cadre_no} already has an objection to {finding_no} on this ground ({ground}, raised on {raised_on}) that waits for a ruling. Rule on that one first: yanquan finding rule {finding_no} --cadre {cadre_no}.',
  ruling_before_objection:
    'The objection to {finding_no} was raised on {raised_on}; it cannot be ruled on {on}. Check the day.',
  ruling_without_objection: 'Finding {finding_no} has no such objection waiting on {on}. See finding show.',
  ruling_lapsed:
    'The objection of {cadre_no} to {finding_no} raised on {raised_on} lapsed: {cadre_no} is no longer responsible for it on {on}. No ruling is needed; see finding show.',
  ruling_by_checker:
    '{person} gave the latest check of {finding_no} and cannot rule on an objection to it. Someone else must do this.',
  reassignment_from_not_responsible:
    'Cadre {cadre_no} is not responsible on {on}, so nothing can pass from them. Check the number and the day.',
  reassignment_to_responsible:
    'Cadre {cadre_no} is responsible on {on} already and cannot take it over. Check the number.',
  deadline_before_found: 'The deadline {due_on} is before found_on {found_on}. Check the two days.',
  four_eyes:
    '{person} is or has been responsible ({cadre_no} {name}) and cannot give the {event} of {on}. Someone else must do this.',
  four_eyes_name:
    "The responsible cadre {cadre_no} is called {name}, so {person} cannot give the {event} of {on}. Someone else must do this. If only the name is the same, give that person's number, or 外:{name}（UNIT） for somebody who is not on the roster.",
  progress_falls:
    'Task {task_no}: {done} done on {on} is less than {earlier} on {earlier_on}. Amounts never fall; reverse a wrong entry.',
  ledger_missing:
    'There is no ledger {file}. Name one with --ledger, or make it: yanquan --ledger {$file} init --township NAME.',
  ledger_exists: '{file} exists and is not overwritten. Choose another --ledger, or move it away.',
  ledger_is_link: '{file} is a link. Give the path of the ledger itself.',
  ledger_not_a_file: '{file} is not a file. Give the path of a ledger.',
  ledger_on_network:
    '{file} lies on a network file system, where locks cannot be trusted. Put it on a local disk, or add --allow-network-file.',
  ledger_empty:
    '{file} is empty, not a ledger. It was left as it is. Find the ledger, or move this away and make one: yanquan init.',
  ledger_foreign: '{file} is not a yanquan ledger. It was left as it is. Check the path.',
  ledger_cut: 'The ledger {file} is cut short. Stop using it and restore a backup. It was left as it is.',
  ledger_newer:
    'The ledger {file} has schema version {version}; this program knows up to {known}. Upgrade the program. It was left as it is.',
  ledger_wrong_mode:
    'The ledger {file} was changed to another journal mode (WAL), and side files may be missing. Stop using it and restore a backup.',
  ledger_setting:
    'The setting {pragma} of {file} does not hold (it is {held}). Nothing was written. Check the disk and the program.',
  ledger_schema:
    'The schema of the ledger {file} is not that of its version (objects added, changed or removed: {count}). Nothing in it can be relied on. Stop using it, run yanquan verify, and restore a backup. It was left as it is.',
  ledger_derived:
    'Statuses or numbers kept in the ledger {file} do not follow from its records: they were changed behind the program. Nothing was written. Stop using it, run yanquan verify, and restore a backup.',
  ledger_hard_linked:
    'The ledger {file} has {count|name|names} (hard links). It is read, but not written until it has one. Find the others (find . -samefile FILE) and remove them, or go on with a copy (yanquan backup).',
  ledger_hard_linked_write:
    'Nothing was written: what is written under one of several names can be lost under another. Find the others (find . -samefile {file}) and remove them, or go on with a copy (yanquan backup).',
  ledger_open_to_others:
    'Other users of this computer have rights to the ledger {file} (mode {mode}). Take them away: chmod 600 {file}',
  ledger_side_file:
    '{side} has the name of a file that SQLite keeps next to {file}, but does not belong to this ledger. Move it away, and run the command again. Nothing was changed.',
  name_is_dash:
    'A ledger, or a copy of one, is a file and is not written to standard output. Give it a name.',
  output_is_input: 'This command reads {file}, and would overwrite it. Write to another file.',
  usage_two_answers:
    'Only one answer can go to standard output. Give a file for {option}, or leave --json away.',
  ledger_migrated:
    'Another command upgraded the ledger {file} at the same moment. Nothing was written; run the same command again.',
  ledger_busy:
    'The ledger {file} is in use and did not become free within 30 s. Nothing was written; run the same command again.',
  ledger_damaged: 'The ledger {file} is damaged ({detail}). Stop using it and restore a backup.',
  folder_missing: 'There is no folder {folder}. Make it first.',
  file_changed: 'The file was changed while it was read. Nothing was written. Save it and import it again.',
  storage_full: 'No space left while writing {file}. Nothing was written. Make room and run it again.',
  storage_read_only:
    '{file} or its folder cannot be written ({detail}). Nothing was written. Check the permissions.',
  storage_failed:
    'Reading or writing {file} failed ({detail}). Nothing was written. Check the disk and run it again.',
  outcome_unknown:
    'It is not known whether {file} was written. Run the same command again: what is there is not written twice.',
  usage_key_empty: 'The idempotency key is empty. Give one, or leave --idempotency-key out.',
  idempotency_key_used:
    'The idempotency key {key} was used with other content (journal entry {seq}, {command}). Use another key.',
  bug: 'This is a bug of the program; the ledger was left as it is. Please report what follows, with the version {version}.\n{detail}',
  option_empty: 'The option --{option} needs a value. Add it.',
  option_not_a_day: '--{option}: "{value}" is not a day. Write it as 2018-09-12.',
  option_not_whole: '{option}: "{value}" is not a whole number. Give one from 1 on.',
  usage_unknown_option: 'There is no option {what}. See {page}.',
  usage_unknown_option_near: 'There is no option {what}; did you mean {near}? See {page}.',
  usage_actor_missing:
    'Nobody is named as the actor, and the system has no user name. Give --actor NAME or set YANQUAN_ACTOR.',
  working_folder_gone:
    'The current folder has been deleted or moved. Nothing was written. Change to another folder and run the same command again.',
  carried_lists_damaged:
    'The lists of rounds and orders that were carried over are damaged. Stop using this ledger, run yanquan verify, and restore it from a backup.',
  usage_nul: 'An argument holds a NUL character, which no name and no text can hold. Write it without.',
  usage_unknown_command: 'There is no command {what}. See yanquan --help.',
  usage_unknown_command_near: 'There is no command {what}; did you mean {near}? See yanquan --help.',
  usage_missing_argument: 'The argument {what} is missing. See {page}.',
  usage_option_without_value: 'The option {what} needs a value. See {page}.',
  usage_missing_option: 'Required options are missing: {what}. Example: {example}. See {page}.',
  usage_too_many_arguments: 'There are too many arguments. See {page}.',
  usage_conflicting_options: 'The options {what} and {other} cannot be used together. Leave one out.',
  usage_not_a_choice: 'The option {option} has no "{value}". It takes: {allowed}.',
  usage_kind_unknown: 'There is no kind of record "{word}". It is one of: {known}.',
  usage_kind_unknown_near: 'There is no kind of record "{word}"; did you mean {near}? It is one of: {known}.',
  usage_amend_without_reason: '--amend needs --reason with it.',
  usage_rejects_without_skip:
    '--rejects goes with --skip-bad, or with --dry-run to see the bad rows in a file. Add one of them.',
  usage_decide_what:
    'Say what is decided: --measure M or --confirm, --commend or --no-commend; --clear takes a decision back.',
  usage_nothing_to_change: 'No column to amend is given. See --help.',
  usage_wrong: 'The command line is wrong: {detail}. See yanquan --help.',
  ledger_held:
    'The ledger {file} is open exclusively in another program. Nothing was written. Close it there and run the same command again.',
  driver_unloadable:
    'The database driver cannot be loaded here ({detail}). On Linux it needs glibc 2.34 or newer: Debian 12, Ubuntu 22.04, openEuler 22.03, deepin 23 and later have it; Kylin V10 and UOS 20 have 2.28. Use such a computer, or Windows 10 or newer, and copy the ledger file there as it is.',
  passphrase_wrong:
    'The passphrase does not open {file}. Nothing was restored. Run it again with the passphrase of that backup.',
  passphrases_differ: 'The two passphrases differ. No backup was made. Run it again.',
  passphrase_needs_terminal:
    'A passphrase is asked for at a terminal, never taken from the command line. Run this command in a terminal.',
  passphrase_empty: 'No passphrase was given. Nothing was done. Run it again.',
  encrypted_damaged: '{file} is damaged or incomplete and cannot be decrypted. Use another backup.',
} as const;
