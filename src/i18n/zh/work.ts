// Dispatch orders, central work, attendance, the calendar and looking ahead: help, talk, headings and refusals in Chinese.

export const work = {
  'kind.dispatches': '派单',
  'summary.dispatch': '任务派遣单',
  'summary.task': '中心工作任务',
  'help.dispatch_new':
    '开一张任务派遣单，自动编号。没有整改时限的问题从此按派遣单的时限；已有时限的保持不变，并逐一说明。--all-open 派出该作战所全部未销号、尚未派过的问题。',
  'help.dispatch_receive': '登记作战所签收派遣单。',
  'help.task_add': '登记一项中心工作任务。',
  'help.task_progress': '登记任务的累计完成数；有 --accepted 的同时登记验收，验收人不得为责任人。',
  'help.task_cancel': '取消任务：自该日起不再计滞后。',
  'help.task_reassign': '把任务移交给另一名干部，可另定时限。',
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
  'option.order_due': '完成时限：日期，或 +5d、+5wd（派发日起的天数、工作日数）',
  'option.order_finding': '问题编号，可多个',
  'option.order_task': '任务编号，可多个',
  'option.order_no': '派遣单编号（默认按年度自动编号）',
  'option.issued_by': '签发人',
  'option.all_open': '该作战所全部未销号、尚未派过的问题',
  'option.done': '累计完成',
  'option.accepted': '验收是否通过',
  'option.progress_by': '由谁：有 --accepted 时为验收人，否则为填报人（记入说明）',
  'said.order_sent':
    '派遣单 {order_no} 已登记（{fact}）：问题 {findings} 个，任务 {tasks} 项，时限 {due_on}。',
  'said.order_unchanged': '同样的派遣单已登记为 {order_no}，未改动。',
  'said.order_takes': '{count} 个问题原无时限，从此按派遣单的时限 {due_on}：{numbers}',
  'said.order_keeps': '{count} 个问题已有时限，保持不变：{numbers}',
  'said.order_elsewhere': '{count} 个问题登记在其他作战所名下，请核对：{numbers}',
  'said.order_sent_before':
    '另有 {count} 个未销号问题此前已派过单，未再列入；需要再派的，用 --finding 写明编号。',
  'column.issued_by': '签发人',
  'column.dispatches.due_on': '完成时限',
  order_item_both: '一行只派一项：问题编号和任务编号只能填一个。请分成两行。',
  order_item_missing: '这一行没有写派什么。请填问题编号或任务编号；没有事项的派遣单不登记。',
  order_due_before_sent: '完成时限 {due} 早于派发日期 {sent}。请核对两个日期。',
  order_unknown: '没有派遣单 {order_no}。请用 yanquan dispatch list 核对编号。',
  order_without_items: '派遣单上没有事项。请用 --finding、--task 写明编号，或用 --all-open。',
  order_nothing_open:
    '{station}在 {on} 没有可派的问题：未销号的 {sent_before} 个此前都已派过单。需要再派的，用 --finding 写明编号；也请核对作战所名称。',
  order_rows_differ:
    '派遣单 {order_no} 各行的{field}不一致：此处“{given}”，第 {line} 行“{other}”。同一编号的各行须相同。',
  order_fixed:
    '派遣单 {order_no} 已登记，共 {count} 项，其中没有 {number}。发出的派遣单不再增减；请另开一张，或冲销后整张重录。',
  order_due_before_found: '派遣单的时限 {due_on} 早于问题 {finding_no} 的发现时间 {found_on}。请核对。',
  order_nobody_on_roster: '{number} 在 {on} 没有在册的责任人，派下去无人承办。请先移交给在册干部。',
  order_task_cancelled: '任务 {task_no} 已于 {on} 取消，不能再派。',
  order_row_beside_bad: '派遣单 {order_no} 另有行有误，整张未登记。请把有误的行改正后整张重新导入。',
  order_received_already: '派遣单 {order_no} 已于 {on} 由 {by} 签收。登记有误的，先冲销。',
  receipt_before_sent: '派遣单 {order_no} 于 {sent_on} 才派发，不能在 {on} 签收。请核对日期。',
  cancelled_already: '任务 {task_no} 已由 {by} 于 {on} 取消。登记有误的，先冲销。',
  cancel_before_entry:
    '任务 {task_no} 在 {later_on} 还有{later}，不能在 {on} 取消。请核对日期，或先冲销后者。',
  plan_steps_too_many:
    '任务 {task_no} 从开始到时限之间只有 {days} 个工作日，排不出 {steps} 个节点。请减少 --steps。',
  plan_task_cancelled: '任务 {task_no} 已于 {on} 取消，不必再排工期。',
  plan_amounts_too_small: '任务 {task_no} 的目标量 {target} 太小，分不成 {steps} 步。请减少 --steps。',
  usage_accepted_by: '登记验收须同时用 --by 写明验收人。',
  usage_plan_what: '请用 --steps 写明分几步，或用 --milestones 写明时间节点。',
  usage_attendance_nobody: '没有写明任何人。请用 --present、--absent、--leave 写干部编号。',
} as const;
