// What forms, mastheads and commands of documents say in English (CLERK.md, "Forms").

export const forms = {
  // the notice as it is printed
  'notice.masthead.periodical': 'Supervision notice',
  'notice.masthead.document': '{committee}',
  'notice.masthead.issue': '{year}, no. {issue}',
  'notice.annex.of': ' ({whose})',
  'notice.printed': 'printed {day}',
  // the dispatch order
  'order.form.sign': '(signature, day)',
  'order.form.checkers_sign': 'Checked by (two), day:',
  'order.form.receipt':
    'Receipt: dispatch order {order_no} with {count|item|items}, to be done and reported by {due_on}.',
  'order.form.receipt_own':
    'Receipt: dispatch order {order_no} with {count|item|items}, each to be done and reported by its own deadline.',
  'order.form.received_sign': 'Received by, day:',
  'order.form.received_by': 'Received by {by}, {day}',
  // the application for closing a finding
  'closing.title': 'Application for closing a finding',
  'closing.station': 'Station: {station}',
  'closing.number': 'Finding no.',
  'closing.source': 'Source',
  'closing.description': 'Description',
  'closing.target': 'Standard',
  'closing.action': 'Action',
  'closing.first_due': 'Deadline',
  'closing.extended': 'Extended to',
  'closing.leader': 'Leader',
  'closing.unit': 'Unit',
  'closing.responsible': 'Responsible',
  'closing.assisting': 'Assisting',
  'closing.and': ', ',
  'closing.done': 'What was done',
  'closing.progress': 'Progress',
  'closing.evidence': 'Evidence',
  'closing.applicant': 'Applicant',
  'closing.sign': '(signature, day)',
  'closing.station_opinion': 'Station',
  'closing.leader_opinion': 'Leader',
  'closing.method': 'Method',
  'closing.methods': '□ on site　□ household　□ documents　□ telephone',
  'closing.facts': 'Facts',
  'closing.verdict': 'Verdict',
  'closing.checkers_sign': 'Checked by (two), day:',
  'closing.approved_by': 'Approved by',
  'closing.closed_on': 'Closed on',
  'closing.returned': 'Why returned, and by when',
  // the record of a visit
  'visit.title': 'Record of a visit',
  'visit.round': 'Round {round}',
  'visit.sheet': 'page    of',
  'visit.time': 'Time',
  'visit.time_blank': '        ',
  'visit.place': 'Place',
  'visit.continued': 'Record of a visit: {station} (continued)',
  'visit.unit': 'Unit or person',
  'visit.team': 'Team (two or more)',
  'visit.method': 'Method',
  'visit.methods': '□ on site　□ household　□ documents　□ telephone　□ other',
  'visit.line': 'No.',
  'visit.number': 'Finding no.',
  'visit.finding': 'Finding',
  'visit.target': 'Standard',
  'visit.responsible': 'Who',
  'visit.due': 'Deadline',
  'visit.facts': 'Facts',
  'visit.verdict': 'Verdict',
  'visit.and': ', ',
  'visit.nothing': 'By {until} {station} has no finding that is due or reported as done.',
  'said.visit_nothing':
    'By {until} {station} has nothing to be checked; the form has room for new findings only.',
  'visit.new_finding': 'New finding',
  'visit.new_responsible': 'Responsible',
  'visit.requirement': 'Requirement',
  'visit.new_due': 'Deadline',
  'visit.photos': 'Photos',
  'visit.statement': 'Statement',
  'visit.team_sign': 'Team',
  'visit.unit_sign': 'Unit or person',
  'visit.sign': '(signature, day)',
  'visit.refusal': '(if the signature is refused, the team notes it here)',
  // the notification of a cadre
  'explain.how.state_by': ' A statement is to be handed in by {day} to {office}.',
  'explain.receipt':
    'Receipt: I, {name}, have received the explanation of my standing in round {round} and know how to object and to make a statement.',
  'explain.receipt.sign': 'Received by:            Handed over by:            Day:',
  // issuing a notice
  'scope.leader': 'leader',
  'scope.internal': 'internal',
  'scope.public': 'public',
  'said.notice_added':
    'The notice of round {round} ({number}) is kept as issued, {fact}; SHA-256 of the file {sha256}.',
  'said.notice_unchanged':
    'The notice of round {round} ({number}) was issued like this already, unchanged; SHA-256 of the file {sha256}.',
  'said.notice_differs':
    'The file is written, but is not the one that was issued: SHA-256 {sha256} then, {now} now. Check the version of the program; the issued file counts.',
  notice_issued:
    'The notice of round {round} ({scope}) was issued on {day} as {number} and cannot be issued or filled in otherwise. Use it as it is; if it was kept by mistake, reverse {id} first.',
  notice_issued_before_cutoff:
    'The day of issue {day} is before the cutoff {cutoff} of round {round}. Check --date.',
  notice_number_form:
    '{number} is no number of a notice. Give the number of the periodical (3) or a document number (×党通〔2018〕3号).',
  notice_needs_file:
    'An issued notice is a file. Give its name with -o, such as -o notice.docx (docx, html or md).',
  // help
  'help.notice_issue':
    'Issues a notice: number, day and the like are kept with the hash of the file, which comes again to the byte.',
  'example.notice_issue':
    'yanquan notice issue --round 1 --number ×党通〔2018〕3号 --date 2018-09-13 -o notice.docx',
  'help.finding_form': 'The application for closing: a page a finding, what is known filled in.',
  'example.finding_form': 'yanquan finding form HT-001,HT-002 -o forms.docx',
  'help.sheet_visit':
    'The record of a visit to a station: what is to be checked, the rest to be filled in there.',
  'example.sheet_visit': 'yanquan sheet visit --station 前塘作战所 --until 2018-09-19 -o visit.docx',
  'option.notice_number': 'number of the periodical, or a document number (red-headed form)',
  'option.notice_date': 'day of the notice',
  'option.notice_to': 'to whom it is sent',
  'option.notice_cc': 'to whom it is copied; - for no one',
  'option.notice_printed_by': 'which office prints it, else who signs',
  'option.notice_sign': 'who gives it out, else the committee',
  'option.copies': 'number of copies',
  'option.contact': 'whom to ask',
  'option.phone': 'telephone',
  'option.notice_talker': 'who arranges the talks',
  'option.objection_days': 'working days for an objection',
  'option.objection_office': 'where objections go',
  'option.state_by': 'last day for a statement',
} as const;
