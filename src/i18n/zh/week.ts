// 各类文件一并导入和每周办理的中文用语。

export const week = {
  'summary.week': '每周办理：导入文件、开始统计、列出待审定',
  'help.week':
    '一次办完审定之前的每周工作。文件和文件夹按表头判定种类导入（同 import auto）；写明 --cutoff 时，没有在统计的轮次则开始统计，汇总并列出待审定的人。导入和开始统计要么全部写入，要么全不写入。同样的文件、同一截止日再运行一次，不作改动。--decisions 写出的审定表填好后用 import decisions 导入；填好审定人、审定理由的汇总.xlsx 也可以。',
  'example.week':
    'yanquan week 第37周\nyanquan week 第37周 --cutoff 2018-09-12 --decisions 审定.xlsx\nyanquan week 台账.xlsx --match-names --cutoff 2018-09-12 --dry-run',
  'next.week': '填好审定人、审定理由，运行 yanquan import decisions 文件，再运行 yanquan round close。',
  'option.week_cutoff': '统计截止日；没有在统计的轮次则开始统计，并汇总',
  'option.week_decisions': '写出待审定的名单，填好后导入',
  'title.decision_list': '第{round}轮待审定名单（统计截至{cutoff}）·送审稿',
  'decisions.by': '审定人',
  'decisions.reason': '审定理由',
  'blank.meeting': '会议',
  'week.round_opened': '第{round}轮已开始统计（截至{cutoff}）。',
  'week.round_open': '第{round}轮已在统计中（截至{cutoff}）。',
  'week.round_closed': '第{round}轮已定稿（截至{cutoff}）。',
  'week.tally': '汇总（送审稿）：计入问题{counted}个，待定{pending}个（其中超期待定{late}个）。拟：',
  'week.measure': '· {measure}{count}人',
  'week.no_measures': '· 无人拟予处理',
  'week.circle': '· 在圈{circle}人（进圈{entered}人、退圈{left}人）；肯定{commended}人',
  'week.without_deadline': '· 没有时限未列入的问题{count}个',
  'week.without_responsible': '· 未销号而在册干部中无人负责的问题{count}个',
  'week.nothing_to_decide': '没有待审定的事项。',
  'week.to_decide': '待审定{count}人：{list}',
  'week.decide_how': '需要待审定名单：{again} --decisions 审定.xlsx',
  'week.decide_file':
    '待审定名单：{file}，填好审定人、审定理由后导入。填好这两栏的汇总.xlsx也可作为审定意见导入。',
  'week.late': '截至{on}超期应办事项{count}项（{list}），详见 yanquan duties --late。',
  'week.next': '下一步：{next}',
  'kind.auto': '自动',
  kind_not_found:
    '表头与各类记录都不符，无法判定种类。请写明种类导入（yanquan import 种类 {file}），或先查看：yanquan import inspect {file}。',
  kind_not_sure:
    '无法确定这个文件是哪一类记录，可能是：{kinds}。请写明种类导入：yanquan import {kind} {file}。',
  kind_not_sure_missing:
    '无法确定这个文件是哪一类记录，最接近：{kinds}；按{best}则缺少{missing}。请补上该列，或写明种类导入：yanquan import {kind} {file}。',
  usage_not_with_auto:
    '按表头判定种类（auto）时不用 {options}，该选项只用于单一种类的文件，请用 yanquan import 种类 文件。',
  'said.auto_file': '{file}（{kind}）：新增{added}、不变{unchanged}、更正{amended}、退回{rejected}',
  'said.auto_file_batch':
    '{file}（{kind}）：新增{added}、不变{unchanged}、更正{amended}、退回{rejected}（批次{batch}）',
  'said.auto_none': '没有可导入的文件。',
  'said.auto_dry': '试运行，未写入：将新增{added}、不变{unchanged}、更正{amended}、退回{rejected}。',
  'said.auto_unchanged': '全部已在台账中，未作改动。',
  'skipped.lock_file': '跳过{count}个（文档打开时的锁定文件）：{list}',
  'skipped.ledger_file': '跳过{count}个（台账文件）：{list}',
  'skipped.folder_inside': '跳过{count}个（下级文件夹，如需导入请单独写明）：{list}',
  'skipped.not_a_table': '跳过{count}个（不是记录表）：{list}',
  'skipped.own_paper': '跳过{count}个（本程序生成的清单和文书）：{list}',
  'skipped.blank_form': '跳过{count}个（未填写的表）：{list}',
  'skipped.decisions':
    '跳过{count}个（审定意见）：{list}。填好审定人、审定理由后导入：yanquan import decisions {first}',
} as const;
