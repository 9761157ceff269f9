// Reversals, what comes back and corrections: help, talk and refusals in Chinese.

export const reversal = {
  'help.reverse':
    '冲销误录的记录：从此各项规则不再计它。记录编号见 finding show 或 batch show，问题和任务也可直接写编号。以它为据的记录一并冲销，用 --with-dependents；先看会冲销哪些，用 --dry-run。',
  'option.with_dependents': '以其为据的记录一并冲销',
  'example.reverse':
    'yanquan reverse checks-12 --reason "录错了编号"\nyanquan reverse HT-001 --with-dependents --dry-run --reason "不是其责任"',
  fact_id_unreadable:
    '“{id}”不是记录编号，也不是问题或任务的编号。请填形如 checks-12 的编号，见 yanquan finding show 或 batch show。',
  fact_not_reversible:
    '{id} 不能冲销：轮次、规则和冲销本身不在可冲销之列。请用 yanquan round cancel 取消正在统计的轮次，或用 policy adopt 另启用规则。',
  fact_unknown: '没有记录 {id}。请用 yanquan finding show 或 batch show 核对编号。',
  fact_rested_on: '{by}（{what}）以 {id} 为据，请先冲销，或一并冲销。',
  fact_in_closed_round:
    '{id} 不能冲销：已定稿的第{round}轮中有该干部的记录。登记有误的，请用 yanquan cadre amend 更正。',
  reversal_breaks_later: '{by}（{finding_no} 于 {later_on} 的{later}）将不再成立，请先冲销，或一并冲销。',
  reverse_with_dependents:
    '未作改动：另有{count}条记录以其为据。一并冲销的，加 --with-dependents；先看清单的，加 --dry-run。',
  reverse_number_of_two: '编号 {number} 既是问题也是任务。请填记录编号：{ids}。',
  'said.reversed': '已冲销{count}条。',
  'said.reversed_dry': '试运行，未写入。将冲销{count}条：',
  'said.reversed_line': '  {id}（{what}）',
  'said.reversed_dependents': '其中以其为据、一并冲销的{count}条：',
  'said.reversed_dependents_dry': '以其为据的{count}条（须加 --with-dependents 才能一并冲销）：',
  'said.reversed_already': '此前已冲销，未改动：{ids}',
  'said.reversed_rounds': '已定稿的第{rounds}轮用到了其中的记录；已定稿的结果不变，从下一轮起不再计入。',
  'option.again': '此前已冲销的，确认重新登记',
  'option.again_numbers': '此前已冲销的，确认重新登记：编号（可多个）或 all；不填即全部',
  again_the_same:
    '{number}：同样的记录（{id}）已于 {on} 由 {by} 冲销（{why}）。确需重新登记的，请加 --again。',
  again_otherwise:
    '{number}：同一记录（{id}）已于 {on} 由 {by} 冲销（{why}），现在内容不同。请核对；确需登记的，请加 --again {number}（单条命令只写 --again）。',
  reversed_before: '{number}：已于 {on} 由 {by} 冲销（{id}：{why}），未再登记。',
  finding_reversed:
    '问题 {number} 已于 {on} 由 {by} 冲销（{id}：{why}）。请删去此行；确需恢复的，请先重新登记该问题（--again）。',
  task_reversed:
    '任务 {number} 已于 {on} 由 {by} 冲销（{id}：{why}）。请删去此行；确需恢复的，请先重新登记该任务（--again）。',
  file_undone:
    '这个文件曾作为批次 {batch} 导入，已于 {on} 由 {by} 撤销（{why}）。确需再次导入的，请加 --again。',
  'said.left_out': '此前已冲销、未再登记的{count}条（{on}，{by}：{why}）：{numbers}',
  'said.left_out_again': '确需重新登记的，加 --again 编号 再导入。',
} as const;
