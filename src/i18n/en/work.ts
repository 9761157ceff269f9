// Dispatch orders, central work, attendance, the calendar and looking ahead: help, talk, headings and refusals in English.
import type { work as zh } from '../zh/work.ts';

export const work: Readonly<Record<keyof typeof zh, string>> = {
  'summary.dispatch': 'dispatch orders',
  'summary.task': 'central tasks',
  'help.dispatch_new':
    "Makes a dispatch order, which numbers itself. A finding without a deadline has the order's from then on; one that has its own keeps it, and each is named. --all-open sends every outstanding finding of the station that is on no order yet.",
  'help.dispatch_receive': 'Records that the station received an order.',
  'help.task_add': 'Adds a central task.',
  'help.task_progress':
    'Records how much of a task is done so far; with --accepted also its acceptance, by somebody who is not responsible.',
  'help.task_cancel': 'Cancels a task: from that day on it is no longer behind.',
  'help.task_reassign':
    'Pass tasks to another cadre, with a new deadline if need be: by number, or all of a cadre (--all-of).',
  'example.dispatch_new':
    'yanquan dispatch new --station 前塘作战所 --due 2018-09-19 --on 2018-09-12 --issued-by 乡长 --finding SX-001,HT-002\nyanquan dispatch new --station 前塘作战所 --due +5wd --on 2018-09-12 --issued-by 乡长 --all-open',
  'example.dispatch_receive': 'yanquan dispatch receive 〔2018〕1号 --on 2018-09-13 --by 甲三',
  'example.task_add':
    'yanquan task add ZX-06 --name 通组路硬化 --target 6.5 --quantity-unit 公里 --start-on 2018-09-10 --due-on 2018-10-20 --cadre-no TJ022',
  'example.task_progress':
    'yanquan task progress ZX-02 --done 3.2 --on 2018-09-14\nyanquan task progress ZX-02 --done 3.2 --on 2018-09-14 --accepted no --by 督查乙 --note 路面起砂',
  'example.task_cancel': 'yanquan task cancel ZX-05 --on 2018-09-20 --by 乡长 --reason 项目调整',
  'example.task_reassign':
    'yanquan task reassign ZX-05 --from TJ014 --to TJ020 --on 2018-09-20 --by 组织委员',
  'option.order_due': 'the deadline: a day, or +5d, +5wd (days, working days after the day it is sent)',
  'option.order_finding': 'numbers of findings',
  'option.order_task': 'numbers of tasks',
  'option.order_no': "the order's number (by default the next of its year)",
  'option.issued_by': 'who issues it',
  'option.all_open': 'every outstanding finding of the station that is on no order yet',
  'option.done': 'done so far, cumulative',
  'option.accepted': 'whether it was accepted',
  'option.progress_by': 'who accepted it with --accepted, else who fills it in (kept in the note)',
  'said.order_sent':
    'Order {order_no} is recorded ({fact}): {findings|finding|findings}, {tasks|task|tasks}, due {due_on}.',
  'said.order_unchanged': 'The same order is recorded already as {order_no}; nothing was changed.',
  'said.order_takes':
    "{count|finding without a deadline gets|findings without a deadline get} the order's, {due_on}: {numbers}",
  'said.order_keeps':
    '{count|finding with another deadline keeps|findings with another deadline keep} it: {numbers}',
  'said.order_elsewhere': '{count|finding|findings} recorded under another station; please check: {numbers}',
  'said.order_sent_before':
    '{count|more outstanding finding|more outstanding findings} already on an order, left out; name them with --finding to send them again.',
  'summary.attendance': 'attendance on site, morning and evening',
  'summary.calendar': 'the calendar of working days',
  'help.dispatch_list': 'Lists dispatch orders: what is on them, done, late, not yet received.',
  'help.dispatch_show': 'Shows an order with each of its items; as docx, html or md the sheet to be printed.',
  'help.task_list': 'Lists central tasks: planned and done, who is behind, and since when.',
  'help.task_show': 'Shows a task: planned against done, day by day.',
  'help.task_plan':
    'Proposes milestones counted back from the deadline in working days; --adopt puts them in force.',
  'help.attendance_record': 'Records who was on a site in a session.',
  'help.attendance_show': 'Shows attendance by site, day and session, or of one cadre over a span.',
  'help.calendar_show': 'Shows the days off and make-up working days of a year, and their source.',
  'help.calendar_import':
    'Brings in the days of a year (columns date, kind, name; holiday or workday), the whole year.',
  'example.dispatch_list':
    'yanquan dispatch list --on 2018-09-19\nyanquan dispatch list --unreceived -o unreceived.xlsx',
  'example.dispatch_show': 'yanquan dispatch show 〔2018〕1号\nyanquan dispatch show 〔2018〕1号 -o order.md',
  'example.task_list': 'yanquan task list --behind --on 2018-09-12',
  'example.task_show': 'yanquan task show ZX-02 --on 2018-09-12',
  'example.task_plan':
    'yanquan task plan ZX-04 --steps 4\nyanquan task plan ZX-04 --steps 4 --adopt\nyanquan task plan ZX-04 --milestones "2018-09-10:40;2018-09-21:120" --adopt --reason 党委会调整',
  'example.attendance_record':
    'yanquan attendance record --site 通组路工地 --session morning --on 2018-09-13 --present TJ022,TJ004 --absent TJ018 --leave TJ031',
  'example.attendance_show':
    'yanquan attendance show --site 通组路工地 --on 2018-09-12\nyanquan attendance show --cadre TJ022 --from 2018-09-01 --to 2018-09-30',
  'example.calendar_show': 'yanquan calendar show 2018',
  'example.calendar_import': 'yanquan calendar import holidays-2027.csv',
  'option.late': 'only orders with something late on them',
  'option.unreceived': 'only orders not yet received',
  'option.as_of_today': 'as things stood on that day (by default today)',
  'option.behind': 'only tasks behind schedule',
  'option.steps': 'how many steps',
  'option.milestones': 'milestones of your own (DAY:AMOUNT;…, cumulative)',
  'option.adopt': 'put them in force',
  'option.site': 'the site',
  'option.session': 'the session',
  'option.heads_present': 'numbers or names of cadres who were there',
  'option.heads_absent': 'numbers or names of cadres who were not',
  'option.heads_leave': 'numbers or names of cadres on leave',
  'option.from': 'from that day on',
  'option.to': 'up to that day',
  'said.not_received': 'not received',
  'said.task_behind': 'behind by {behind_by} since {since}',
  'said.task_not_accepted': 'not accepted, since {since}',
  'said.plan_proposed': 'A proposal; nothing was changed. To adopt it: yanquan task plan {task_no} … --adopt',
  'said.calendar_imported':
    '{year}: {holidays|day off|days off}, {workdays|make-up working day|make-up working days}, from now on. Deadlines calculated before stay.',
  'summary.duties': 'what the office itself must do, late first',
  'help.duties':
    'Reports to be checked, objections to be ruled on, decisions missing, orders not received and lines to be corrected, late ones first. Each line names the last day in time and the command that settles it. Limits are those of the policy in force.',
  'example.duties': 'yanquan duties\nyanquan duties --late --format json',
  'option.duties_on': 'as things stood at the end of this day (default today)',
  'option.duties_late': 'only what is late',
  'title.duties': 'Duties of the office on {on}: {count}, late {late}',
  'empty.duties': 'No duties.',
  'note.duties_without_limit': 'A duty without a day has no limit in the policy in force.',
  'blank.result': 'RESULT',
  'blank.day': 'DAY',
  'blank.who': 'WHO',
  'blank.ruling': 'RULING',
  'blank.text': 'TEXT',
  'duty.check': 'check',
  'duty.rule': 'ruling',
  'duty.decide': 'decision',
  'duty.receive': 'receipt of order',
  'duty.correct': 'correction',
  'column.duty': 'duty',
  'column.subject': 'about',
  'column.duty_description': 'description',
  'column.owed_by': 'by',
  'column.owed_since': 'since',
  'column.due_by': 'due by',
  'column.days_late': 'days late',
  'column.settled_with': 'settled with',
  'summary.due': 'what must be done before the next round',
  'summary.sheet': 'forms for the supervision team',
  'summary.trend': 'trend over rounds',
  'help.due':
    'Lists what must be done before the next round, soonest first; who would be in the circle if nothing were done, and what would keep each out. It is exactly what the tally at that cutoff would have due.',
  'help.sheet_checks':
    'Makes the form that the supervision team takes along: findings that are due, and those reported as done. Filled in, import checks reads it.',
  'help.trend':
    'Sums up the rounds: due or rectified, counted, rectified, in time, checks and how long they took, in the circle, entered, left; by round, source, area, station or cadre. By rank, unit or identity: proposed against decided measures, objections and their rulings, days from report to check.',
  'help.policy_whatif':
    'Recalculate the same facts under another policy: whose result would differ, and why. Nothing is written.',
  'example.due':
    'yanquan due\nyanquan due --until 2018-09-26 --station 前塘作战所\nyanquan due --cadre TJ018 --format json',
  'example.sheet_checks': 'yanquan sheet checks --station 前塘作战所 -o checks.xlsx',
  'example.trend':
    'yanquan trend\nyanquan trend --by cadre --from 1 --to 52 -o year.xlsx\nyanquan trend --cadre TJ018\nyanquan trend --group-by rank --scope leader',
  'example.policy_whatif': 'yanquan policy whatif new.yaml\nyanquan policy whatif new.yaml --round 1',
  'option.until': "up to that day (by default the open round's cutoff, else seven days after the last one)",
  'option.trend_by': 'what to sum up by (by default round)',
  'option.trend_from': 'the first round',
  'option.trend_to': 'the last round',
  'said.no_way_out': 'nothing that can be done',
  'said.sheet_back':
    '{count|finding|findings}. Filled in, it goes back by yanquan import checks FILE; delete the rows that were not checked.',
  'explain.task_since.amount': 'Short by {behind_by}, behind since {since}. ',
  'explain.task_since.not_accepted': 'Behind since {since}. ',
  order_item_both: 'One row sends one thing: give a finding or a task, not both. Split the row in two.',
  order_item_missing:
    'The row does not say what is sent. Give a finding_no or a task_no; an order without items is not recorded.',
  order_due_before_sent: 'The deadline {due} is before {sent}, the day it is sent. Check both days.',
  order_unknown: 'There is no order {order_no}. See yanquan dispatch list for the numbers.',
  order_without_items: 'The order has no items. Name them with --finding and --task, or use --all-open.',
  order_nothing_open:
    "{station} has nothing to send on {on}: its {sent_before} outstanding findings are on an order already. Name them with --finding to send them again, and check the station's name.",
  order_rows_differ:
    'The rows of order {order_no} differ in {field}: {given} here, {other} in line {line}. Rows of one number must agree.',
  order_fixed:
    'Order {order_no} is recorded with {count|item|items}, and {number} is none of them. A sheet that was sent is not changed: make another one, or reverse it and record it anew.',
  order_due_before_found:
    'The order is due on {due_on}, before finding {finding_no} was found on {found_on}. Check the days.',
  order_nobody_on_roster: 'Nobody responsible for {number} is on the roster on {on}. Reassign it first.',
  order_task_cancelled:
    'Task {task_no} was cancelled on {on} and cannot be sent out. Leave it out; give the others.',
  order_row_beside_bad:
    'Order {order_no} has other bad rows and was not recorded. Fix them and import the whole order again.',
  order_received_already:
    'Order {order_no} was received on {on} by {by}. If that is a mistake, reverse it first.',
  receipt_before_sent:
    'Order {order_no} was sent on {sent_on} and cannot have been received on {on}. Check the day.',
  cancelled_already: 'Task {task_no} was cancelled by {by} on {on}. If that is a mistake, reverse it first.',
  cancel_before_entry:
    'Task {task_no} has a {later} on {later_on} and cannot be cancelled on {on}. Check the day, or reverse that first.',
  plan_steps_too_many:
    'Task {task_no} has only {days|working day|working days} from its start to its deadline: not enough for {steps|step|steps}. Give fewer --steps.',
  plan_task_cancelled:
    'Task {task_no} was cancelled on {on}: there is nothing to plan. If that is a mistake, reverse it first.',
  plan_amounts_too_small:
    'The target {target} of task {task_no} is too small for {steps|step|steps}. Give fewer --steps.',
  usage_accepted_by: 'An acceptance needs --by, who gave it.',
  usage_plan_what: 'Give --steps, or --milestones with days and amounts.',
  usage_attendance_nobody: 'Nobody is named. Give numbers of cadres with --present, --absent or --leave.',
};
