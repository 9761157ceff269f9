// The care of the ledger in English: verify, log, backup, restore, correct.

export const care = {
  'summary.verify': 'check the ledger; read its journal',
  'summary.log': 'the journal: who did what, when',
  'summary.backup': 'make a verified copy; restore from one; seal a ledger',
  'summary.restore': 'restore the ledger from a backup',
  'summary.correct': "correct a cadre's line in a closed round",
  'help.verify':
    'Check the ledger: file, schema, journal, rows, what is derived, closed rounds replayed. Exit 4 when something is damaged; names the first bad entry and what can still be trusted. --digest compares it with a printed notice, --against with a copy.',
  'help.log': 'The journal, newest first: who did what, when. Days are those of the ledger.',
  'help.backup':
    'Write a verified copy of the ledger to a new file. Nothing is overwritten; others may go on writing meanwhile.',
  'help.restore':
    'Make the ledger (--ledger) from a copy, which is verified whole before. A ledger that is there is never overwritten.',
  'help.correct':
    "Recalculate a cadre's result in a closed round without the records reversed since. The original stays; the next round goes on from the corrected result, and the next notice says so.",
  'example.verify':
    'yanquan verify\nyanquan verify --quick --digest 3f2a…\nyanquan verify --against backup.db --format json',
  'example.log':
    'yanquan log --limit 20\nyanquan log --from 2018-09-01 --actor 督查办 --command import -o log.csv',
  'example.backup': 'yanquan backup /media/usb/yanquan-2018-09-12.db',
  'example.restore': 'yanquan --ledger yanquan.db restore /media/usb/yanquan-2018-09-12.db',
  'example.correct': 'yanquan correct TJ018 --round 1 --by 纪委 --reason "finding SX-007 was not theirs"',
  'option.quick':
    "digests and the last round only: not SQLite's own checks, kept figures, and the rounds before",
  'option.digest': 'the digest that a notice prints (64 hex digits)',
  'option.digest_round': 'the round that --digest is said to be of: another digest is then damage (exit 4)',
  'option.against': 'a copy of the ledger to compare with',
  'option.json_list': 'the same as --format json',
  'option.log_actor': 'only what this actor did',
  'option.log_command': 'only this command, by its first words: import, round close',
  'option.limit': 'maximum number of entries',
  'title.verify': 'Verification of the ledger',
  'title.log': 'Journal',
  'column.check': 'check',
  'column.verdict': 'verdict',
  'column.code': 'code',
  'column.did': 'did',
  'column.hash': 'hash',
  'column.idempotency_key': 'idempotency_key',
  'check.integrity': 'pages and indices',
  'check.foreign_keys': 'references',
  'check.schema': 'schema',
  'check.settings': 'settings',
  'check.sequence': 'numbers of the journal',
  'check.chain': 'chain of the journal',
  'check.rows': 'rows of every entry',
  'check.beyond_head': 'rows without an entry',
  'check.derived': 'what is derived',
  'check.rounds': 'closed rounds replayed',
  'check.digest': 'printed digest',
  'check.copy': 'copy',
  'verified.passed': 'passed',
  'verified.damaged': 'damaged',
  'verified.differs': 'not the same',
  'verified.noted': 'noted',
  'verified.left_out': 'not checked',
  'said.migrated':
    'The ledger {file} was brought from schema version {from} to {to}. Earlier versions of yanquan can no longer open it.',
  'said.verify_whole':
    'The ledger is whole: {entries|journal entry|journal entries}, {rounds|closed round|closed rounds}, {replayed} replayed the same.',
  'said.verify_damaged':
    'The ledger is damaged ({count|fault|faults}). Stop using it, keep it as it is, and restore a backup to another file.',
  'said.verify_forked':
    'No damage was found in the ledger or in the copy, but they have grown apart after entry {entry}: both were written to, or one was rewritten. Write to neither until it is settled which one goes on.',
  'said.verify_behind':
    'No damage was found in the ledger, but the copy has entries after {entry} that it lacks.',
  'said.verify_copy_damaged':
    'No damage was found in the ledger. The copy, which went another way after entry {entry}, is damaged.',
  'said.verify_trust':
    'What can still be trusted: journal entries up to {entry} and closed rounds up to {round}. Nothing from entry {first} on can be trusted.',
  'said.verify_trust_nothing': 'Nothing in it can be trusted.',
  'said.verify_digest_only': 'The digest is that of round {round} of this ledger.',
  'said.verify_digest_closing': 'The digest is that of the closing of round {round} of this ledger.',
  'said.verify_digest_draft':
    'The digest is that of the draft of round {round} of this ledger. Approver and meeting are covered by the digest of the closing.',
  'said.verify_against_same': 'The copy is the same ledger, up to entry {entry}.',
  'said.verify_against_ahead':
    'The copy is an earlier state of this ledger: it ends at entry {entry}, this ledger has {entries}.',
  'said.backed_up':
    'Backed up to {file}: verified, {entries|journal entry|journal entries} (the last of {at}).',
  'said.restored':
    'Restored to {file}: verified, {entries|journal entry|journal entries} (the last of {at}).',
  'said.copy_round':
    'Its last closed round is {round}, digest {digest}. Compare it with the digest on the printed notice.',
  'said.corrected': 'The line of {name} {cadre_no} in round {round} is corrected:',
  corrector_is_cadre:
    "{person} would correct their own line ({cadre_no} {name}). Someone else must do this. If only the name is the same, give that person's number, or 外:{name}（UNIT）.",
  correction_changes_nothing:
    'Nothing would change in the line of {name} {cadre_no} in round {round}: no reversal since its closing affects it.',
  verify_unreadable: 'What should be there cannot be read: {detail}.',
  verify_integrity: 'SQLite says: {detail}.',
  verify_foreign_key: 'Row {id} of {table} refers to a row of {parent} that is not there.',
  verify_schema_missing: 'The schema lacks the {name}.',
  verify_schema_changed: 'The {name} of the schema is not what it should be.',
  verify_schema_added: 'The schema holds something that does not belong there: {name}.',
  verify_time_zone: '"{time_zone}" is not a valid time zone.',
  verify_no_policy: 'No policy is in force.',
  verify_empty: 'The journal is empty.',
  verify_gap: 'The journal goes from entry {before} to entry {entry}: entries are missing or out of order.',
  verify_chain:
    'Entry {entry} ({at}, {actor}, {command}) is not what was written, or does not follow the one before it.',
  verify_time_backwards:
    'Entry {entry} ({at}, {actor}, {command}) has an earlier time than the entry before it ({before}): a clock was set back or had been wrong. The order of entries is that of their numbers.',
  verify_rows: 'The rows of entry {entry} ({at}, {actor}, {command}) are not those that it wrote.',
  verify_beyond_head: 'There are rows that name entry {entry}, which the journal does not have ({tables}).',
  verify_derived: 'What {table} says of {id} does not follow from the facts.',
  verify_round_lines:
    'Round {round} replays differently for {cadres|cadre|cadres}, first {cadre_no}, {column}: stored {stored}, replayed {replayed}.',
  verify_round_digest: 'Round {round} replays to another digest: stored {stored}, replayed {replayed}.',
  verify_round_figures:
    'The figures kept with round {round} do not follow from its facts, first {what}: stored {stored}, recalculated {reckoned}.',
  verify_round_broken: 'Round {round} cannot be replayed any more: {detail}.',
  verify_round_engine:
    'Round {round} was decided by scoring engine {engine}; this program has engine {own} and cannot replay it. This is not an error.',
  verify_digest_unknown:
    'This ledger has no closed round, so there is nothing to compare {digest} with. The ledger itself is not in doubt.',
  verify_digest_near:
    '{digest} fits no round of this ledger: it is mistyped, of another ledger, or of one that was rewritten since. The nearest is {near} of round {round}; digits that differ: {count}. Check it against the printed notice; if you know the round: yanquan verify --digest DIGEST --round N.',
  verify_digest_of_file:
    '{digest} is the SHA-256 of the file of notice {number} (round {round}, {scope}), not a digest of the round. Use the digest on the last page of the notice.',
  verify_digest_differs:
    '{digest} differs from the digest of round {round}, {stored}. If it is typed correctly, this ledger has been cut or rewritten.',
  verify_digest_of_other: '{digest} is the digest of round {other}; that of round {round} is {stored}.',
  verify_digest_no_round:
    'This ledger has no closed round {round}: it is an older copy or has been cut. If the round is mistyped, correct it and try again.',
  usage_round_without_digest: '--round goes with --digest.',
  verify_digest_form: '"{digest}" is not a digest. Give the 64 hex digits that the notice prints.',
  verify_behind:
    'This ledger ends at entry {entry}, and the copy goes on from there: entries are missing here. Go on with the copy.',
  verify_forked:
    'The ledger and the copy are the same up to entry {entry} and differ from entry {next} on. Find out which one is right before writing any further.',
  verify_copy_damaged:
    'The copy is damaged ({count|fault|faults}). See what they are: yanquan verify --ledger COPY.',
  copy_exists: '{file} exists and is not overwritten. Choose another name, or move it away.',
  copy_is_folder: '"{file}" names a folder. Give the name of a file.',
  copy_beside_ledger: '{file} is the name of a file that SQLite makes next to a ledger. Choose another name.',
  copy_is_link: '{file} is a link, and links are not followed. Give the path of a file.',
  copy_damaged: '{source} is damaged, so {target} was not written. What was found:',
} as const;
