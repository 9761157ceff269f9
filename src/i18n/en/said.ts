// What commands say, titles, notes and the names of events in English.

export const said = {
  'event.registered': 'registration',
  'event.dispatch': 'dispatch',
  'event.report': 'report',
  'event.check': 'check',
  'event.extension': 'extension',
  'event.objection': 'objection',
  'event.ruling': 'ruling',
  'event.reassignment': 'reassignment',
  'event.unit_words': "unit's words",
  'event.amendment': 'amendment',
  'event.progress': 'progress entry',
  'event.leave': 'leave',
  'event.return': 'return',
  'column.reject_reason': 'reject_reason',
  'column.on_roster': 'on roster',
  'column.corrected': 'corrected',
  'empty.circle': 'Nobody is in the circle.',
  'title.tally': 'Tally of round {round} (cutoff {cutoff})',
  'title.tally_draft': 'Tally of round {round} (cutoff {cutoff}) · draft',
  'title.round_show': 'Standings of round {round} (cutoff {cutoff})',
  'title.round_show_draft': 'Standings of round {round} (cutoff {cutoff}) · draft',
  'title.training': 'Proposed training list of round {round} (cutoff {cutoff})',
  'title.training_draft': 'Proposed training list of round {round} (cutoff {cutoff}) · draft',
  'title.circle': 'The strict circle at round {round}: {count} in (cutoff {cutoff})',
  'title.circle_draft': 'The strict circle at round {round}: {count} proposed (cutoff {cutoff}) · draft',
  'title.round_list': 'Rounds',
  'title.batch_list': 'Batches',
  'title.batch_show': 'Batch {batch}: {file} ({at}, {actor})',
  'title.cadre_list': 'Roster',
  'title.cadre_show': 'Cadre {cadre_no} {name}',
  'title.standings_of_cadre': 'Standings in closed rounds',
  'title.finding_list': 'Findings ({count})',
  'title.finding_show': 'Finding {finding_no}',
  'title.history': 'History',
  'title.export': 'Export of {kind}',
  'title.rejects': 'Rejected rows',
  'note.batch_undone': 'This batch was undone: its rows no longer count.',
  'note.digest': 'Digest: {digest}',
  'note.draft_digest': 'Digest of the draft: {digest}',
  'note.corrected': 'Corrected (see explain): {numbers}',
  'note.still_needed': '{name} {cadre_no} cannot leave yet; required: {requirement} (now {against})',
  'note.engine':
    'Decided by scoring engine {engine}: every objection suspended, and late checks were not shown. The result is unchanged.',
  'note.not_kept': '{name} {cadre_no} is not kept in by {finding_no}: {late} late since {since}',
  'late.check': 'check',
  'late.ruling': 'ruling',
  'said.waiting_duties': 'Duties late: {count}. See yanquan duties --late.',
  'said.already':
    'Done already under this idempotency key (journal entry {seq}); nothing was changed. The answer is the same.',
  'said.already_old':
    'Done already, journal entry {seq}. It was recorded before answers were kept, so what was asked then cannot be compared.',
  'said.ledger_there':
    'The ledger {file} is there already with this township and policy ({policy}), and nothing else in it; nothing was changed.',
  'said.carried_over_already': '{file} was carried over from {from} already; nothing was changed.',
  'said.ledger_created':
    'Created the ledger {file} (policy {policy}). Next: import the roster (yanquan import cadres FILE), then your own ledger workbook (yanquan import ledger FILE).',
  'said.policy_no_document':
    'The policy {policy} names no rule or meeting that it rests on: notices and explanations leave a blank there. Save it with yanquan policy show -o policy.yaml, fill in "document", change "version", and run yanquan policy adopt policy.yaml. It applies to rounds opened from then on.',
  'said.recorded_added': 'Recorded {count}.',
  'said.recorded_amended': 'Amended {count}.',
  'said.recorded_unchanged': 'The same is recorded already; nothing was changed.',
  'said.late': 'Dated within closed round {round}: {count}. They count from round {next} on.',
  'said.late_rows': 'Rows dated within a closed round: {count}. They count from the next round on.',
  'said.imported': '{kind}: {added} added, {unchanged} unchanged, {amended} amended, {rejected} rejected.',
  'said.import_dry':
    'Dry run, nothing written. {kind}: {added} would be added, {unchanged} unchanged, {amended} amended, {rejected} rejected.',
  'said.import_refused':
    'Bad rows: {rejected}. Nothing was written. Fix them and import again, or write the good ones with --skip-bad --rejects FILE.',
  'said.batch': 'Batch {batch}: {file}',
  'said.rejects_written': '{count|rejected row is|rejected rows are} in {file}, with the reason.',
  'said.round_open_already': 'Round {round} is open already, cutoff {cutoff}; nothing was changed.',
  'said.round_cancelled_already':
    'Round {round} (cutoff {cutoff}) is cancelled already; nothing was changed.',
  'said.round_closed_already':
    'Round {round} is closed already (cutoff {cutoff}): {lines|line|lines}, {circle} in the circle, {commended} commended; nothing was changed.',
  'said.objected_again':
    'Finding {finding_no} still counts for {cadre_no}: the objection of {earlier_by} on this ground ({ground}), raised on {earlier_on}, was dismissed, and an objection suspends once. This one is recorded and waits for a ruling.',
  'said.round_opened': 'Round {round} is open, cutoff {cutoff}. Next: yanquan tally.',
  'said.round_cancelled': 'Round {round} (cutoff {cutoff}) is cancelled, its decisions with it.',
  'said.round_closed':
    'Round {round} is closed (cutoff {cutoff}): {lines|line|lines}, {circle} in the circle, {commended} commended. Next: yanquan notice.',
  'said.changed_since':
    '{name} {cadre_no}: the facts have changed since the decision: {before} is now {now}, counted {before_counted} is now {now_counted}, pending {before_pending} is now {now_pending}. The decision is unchanged.',
  'said.without_statement':
    '{count|cadre has|cadres have} a proposed measure, but neither a statement nor a waiver: {numbers}',
  'said.talks_not_held': 'No talk is recorded yet for {count|cadre|cadres} of the last round: {numbers}',
  'said.without_deadline': '{count|outstanding finding has|outstanding findings have} no deadline: left out.',
  'said.without_responsible':
    'Outstanding findings without a responsible cadre on the roster: {count} ({numbers})',
  'said.digest': 'Digest: {digest}',
  'said.replay_same': 'Round {round} replays the same: {lines|line|lines}, digest {digest}.',
  'said.replay_differs': 'Round {round} replays differently: stored digest {stored}, replayed {replayed}.',
  'said.replay_difference': '  {cadre_no} {column}: stored {stored}, replayed {replayed}',
  'said.decided': '{name} {cadre_no}: proposed {proposed}, decided {decided}.',
  'said.decision_cleared': '{name} {cadre_no}: the decision is withdrawn; the proposal, {proposed}, applies.',
  'said.policy_in_force': 'The policy in force: {name} {version} (SHA-256 {sha256})',
  'said.policy_valid': '{name} {version} is valid (SHA-256 {sha256}).',
  'said.policy_adopted': '{name} {version} is in force for the rounds opened from now on.',
  'option.whatif_from': 'the first of several closed rounds, each going on from what it would have been',
  'option.whatif_to': 'the last of them',
  'title.whatif_over': 'Under {policy}: {rounds|round|rounds}',
  'column.in_circle_after': 'in the circle after',
  'said.policy_open_round':
    'Round {round} is open and keeps the policy it was opened with; the new one holds from round {next} on.',
  'said.policy_doubt.reports_without_limit':
    'Warning: duties.check_within is 0. Until the check, a report made in time may keep a cadre in the circle, and one made late counts, however long the check takes.',
  'said.policy_doubt.objections_without_limit':
    'Warning: duties.rule_within is 0. Who has objected stays in the circle until a ruling is made.',
  'said.policy_doubt.reports_counted':
    'Warning: count.reported is count. A finding that was reported counts until it is checked, and duties.check_within does not help.',
  'said.policy_doubt.tier_outside_above':
    'Warning: a heavier tier lies outside the circle and a lighter one inside. One more finding may let somebody out.',
  'said.policy_doubt.objections_counted':
    'Warning: count.objected is count. A disputed finding counts until the ruling, however long it takes, and duties.rule_within does not help.',
  'said.policy_doubt.absence_in_circle':
    'Warning: one absence (count.absence) leads into the circle. In that round nothing can be done about it.',
  'said.policy_doubt.history_by_delay':
    'Warning: history raises measures while checks or rulings have no limit. Rounds and entries that only a late office caused are counted too.',
  'said.policy_doubt.history_rounds_in_wait':
    'Warning: history.raise_at_rounds is {rounds}, and a check or ruling may take {days|day|days}. With weekly rounds, the wait alone brings the rounds in a row together.',
  'said.policy_doubt.history_without_effect':
    'Warning: history raises nothing, because fewer than two tiers are in the circle.',
  'said.policy_doubt.history_window_long':
    'Warning: history.window_months is {months}. An entry raises measures for more than two years.',
  'said.policy_unchanged': '{name} {version} is in force already; nothing was changed.',
  'said.waiting': 'To do',
  'said.waiting_checks': 'To be checked: {count} (yanquan finding list --status reported)',
  'said.waiting_objections':
    'Objections waiting for a ruling: {count} (yanquan finding list --status objected)',
  'said.waiting_deadline': 'Without a deadline: {count} (yanquan finding list --without-deadline)',
  'said.waiting_responsible': 'Without a responsible cadre on the roster: {count}',
  'said.waiting_decisions': 'Decisions that the policy requires: {count} (yanquan tally)',
  'said.waiting_round': 'Round {round} is open, cutoff {cutoff} (yanquan tally)',
  'said.waiting_start':
    'The ledger has no findings yet. Import the roster (yanquan import cadres roster.csv), then your own ledger workbook (yanquan import ledger ledger.xlsx; an empty one: yanquan template ledger -o ledger.xlsx).',
  'said.waiting_next_round':
    "Next: import this week's register (yanquan import ledger FILE), then open a round (yanquan round open --cutoff DAY)",
  'said.waiting_next_close':
    'Next: look at the tally (yanquan tally), decide, then close the round (yanquan round close --approved-by NAME)',
  'said.waiting_nothing': 'Nothing to do.',
  'said.demo_step': '$ yanquan {command}',
  'said.demo_done':
    'The demo is done. The ledger is {file}, the notices are in {folder}. Look further: yanquan --ledger {$file} explain TJ018',
  'said.passphrase': 'Passphrase: ',
  'said.passphrase_new': 'New passphrase for this backup (it cannot be recovered if forgotten): ',
  'said.passphrase_again': 'Once more: ',
} as const;
