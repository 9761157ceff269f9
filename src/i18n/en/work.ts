// Dispatch orders, central work, attendance, the calendar and looking ahead: help, talk, headings and refusals in English.
import type { work as zh } from '../zh/work.ts';

export const work: Readonly<Record<keyof typeof zh, string>> = {
  'kind.dispatches': 'dispatch orders',
  'summary.dispatch': 'dispatch orders',
  'summary.task': 'central tasks',
  'help.dispatch_new':
    "Makes a dispatch order, which numbers itself. A finding without a deadline has the order's from then on; one that has its own keeps it, and each is told. --all-open sends every outstanding finding of the station that stands on no order yet.",
  'help.dispatch_receive': 'Records that the station received an order.',
  'help.task_add': 'Adds a central task.',
  'help.task_progress':
    'Records how much of a task is done so far; with --accepted also its acceptance, by nobody who is responsible.',
  'help.task_cancel': 'Cancels a task: from that day on it is no longer behind.',
  'help.task_reassign': 'Passes a task to another cadre, with a new deadline if need be.',
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
  'option.all_open': 'every outstanding finding of the station that stands on no order yet',
  'option.done': 'done so far, cumulative',
  'option.accepted': 'whether it was accepted',
  'option.progress_by': 'who accepted it with --accepted, else who fills it in (kept in the note)',
  'said.order_sent':
    'Order {order_no} is recorded ({fact}): {findings} findings, {tasks} tasks, due {due_on}.',
  'said.order_unchanged': 'The same order is recorded already as {order_no}; nothing was changed.',
  'said.order_takes': "{count} findings had no deadline and take the order's, {due_on}: {numbers}",
  'said.order_keeps': '{count} findings have a deadline of their own and keep it: {numbers}',
  'said.order_elsewhere': '{count} findings are recorded under another station; please look: {numbers}',
  'said.order_sent_before':
    '{count} more outstanding findings stand on an order already and are left out; name them with --finding to send them again.',
  'column.issued_by': 'issued_by',
  'column.dispatches.due_on': 'due_on',
  order_item_both: 'One row sends one thing: give a finding or a task, not both. Split the row in two.',
  order_item_missing:
    'The row does not say what is sent. Give a finding_no or a task_no; an order without items is not recorded.',
  order_due_before_sent: 'The deadline {due} is before {sent}, the day it is sent. Check both days.',
  order_unknown: 'There is no order {order_no}. See yanquan dispatch list for the numbers.',
  order_without_items: 'The order has no items. Name them with --finding and --task, or use --all-open.',
  order_nothing_open:
    "{station} has nothing to send on {on}: its {sent_before} outstanding findings stand on an order already. Name them with --finding to send them again, and check the station's name.",
  order_rows_differ:
    'The rows of order {order_no} differ in {field}: {given} here, {other} in line {line}. Rows of one number must agree.',
  order_fixed:
    'Order {order_no} is recorded with {count} items, and {number} is none of them. A sheet that was sent is not changed: make another one, or reverse it and record it anew.',
  order_due_before_found:
    'The order is due on {due_on}, before finding {finding_no} was found on {found_on}. Check the days.',
  order_nobody_on_roster: 'Nobody responsible for {number} is on the roster on {on}. Reassign it first.',
  order_task_cancelled: 'Task {task_no} was cancelled on {on} and cannot be sent out.',
  order_row_beside_bad:
    'Order {order_no} has other bad rows and was not recorded. Mend them and import the whole order again.',
  order_received_already:
    'Order {order_no} was received on {on} by {by}. If that is a mistake, reverse it first.',
  receipt_before_sent:
    'Order {order_no} was sent on {sent_on} and cannot have been received on {on}. Check the day.',
  cancelled_already: 'Task {task_no} was cancelled by {by} on {on}. If that is a mistake, reverse it first.',
  cancel_before_entry:
    'Task {task_no} has a {later} on {later_on} and cannot be cancelled on {on}. Check the day, or reverse that first.',
  plan_steps_too_many:
    'Task {task_no} has only {days} working days from its start to its deadline: too few for {steps} steps. Give fewer --steps.',
  plan_task_cancelled: 'Task {task_no} was cancelled on {on}: there is nothing to plan.',
  plan_amounts_too_small:
    'The target {target} of task {task_no} is too small for {steps} steps. Give fewer --steps.',
  usage_accepted_by: 'An acceptance needs --by, who gave it.',
  usage_plan_what: 'Give --steps, or --milestones with days and amounts.',
  usage_attendance_nobody: 'Nobody is named. Give numbers of cadres with --present, --absent or --leave.',
};
