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
  reversal_breaks_later: '{by}（{finding_no} 于{later_on}的{later}）将不再成立，请先冲销，或一并冲销。',
  reverse_with_dependents:
    '未作改动：另有{count}条记录以其为据。一并冲销：yanquan {command} {$numbers} --reason {$reason} --with-dependents。先看清单的，加 --dry-run。',
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
  again_the_same: '{number}：同样的记录（{id}）已于{on}由 {by} 冲销（{why}）。确需重新登记的，请加 --again。',
  again_otherwise:
    '{number}：同一记录（{id}）已于{on}由 {by} 冲销（{why}），现在内容不同。请核对；确需登记的，请加 --again {number}（单条命令只写 --again）。',
  reversed_before: '{number}：已于{on}由 {by} 冲销（{id}：{why}），未再登记。',
  finding_reversed:
    '问题 {number} 已于{on}由 {by} 冲销（{id}：{why}）。请删去此行；确需恢复的，请先重新登记该问题（--again）。',
  task_reversed:
    '任务 {number} 已于{on}由 {by} 冲销（{id}：{why}）。请删去此行；确需恢复的，请先重新登记该任务（--again）。',
  file_undone: '这个文件曾作为批次{batch}导入，已于{on}由 {by} 撤销（{why}）。确需再次导入的，请加 --again。',
  'said.left_out': '此前已冲销、未再登记的{count}条（{on}，{by}：{why}）：{numbers}',
  'said.left_out_again': '确需重新登记的，加 --again 编号 再导入。',
  'option.correct_with': '一并计入的、定稿后登记的记录编号：替代已冲销的，或理由中写明当时已收到而漏录的',
  'said.corrected_column': '  {column}：{before} → {after}',
  'said.corrections_due': '尚待更正的已定稿结果{count}条，请逐条核实后执行：',
  'said.correction_command':
    '  {name}（第{round}轮）：yanquan correct {$cadre_no} --round {$round} --by 更正人 --reason 理由',
  'said.correction_command_with':
    '  {name}（第{round}轮）：yanquan correct {$cadre_no} --round {$round} --with {ids} --by 更正人 --reason 理由',
  'said.corrections_heavier': '按现有记录会加重的，不作更正，从下一轮起计入（括号内为轮次）：{lines}',
  correction_needs_with:
    '{name}（{cadre_no}）第{round}轮：只按冲销计算没有变化；替代的记录须一并计入，请加 --with {ids}。',
  correction_earlier_first:
    '{name}（{cadre_no}）第{round}轮的结果取决于第{earlier}轮，请先更正第{earlier}轮。',
  correction_only_heavier:
    '{name}（{cadre_no}）第{round}轮：冲销只会使结果加重。更正不加重处理，也不使人进圈，请从下一轮起计入。',
  correction_with_reversed: '{id} 已冲销，不能计入第{round}轮的更正。请核对编号。',
  correction_with_kind: '{id} 这类记录不能计入第{round}轮的更正。请填问题、任务或其事项、到岗的记录编号。',
  correction_with_held: '{id} 在第{round}轮定稿时已有，无须用 --with 计入。请去掉该编号。',
  correction_with_later: '{id} 的日期{day}在第{round}轮统计截止日{cutoff}之后，不能计入该轮。请核对编号。',
  correction_with_nothing_reversed:
    '{id} 不替代第{round}轮中已冲销的任何记录。当时已收到而漏录的，请在 --reason 中写明（如“9月10日已收到，漏录”）。',
  'word.nothing': '无',
  verify_correction: '第{round}轮的更正 {id}（{cadre_no}）重算与所存不符：{column}。',
  'said.waiting_corrections': '已定稿结果待更正：{count}条',
  key_undone: '防重复键 {key} 对应的批次{batch}已于{on}由 {by} 撤销（{why}）。确需再次导入的，请加 --again。',
} as const;
