// 列表和供脚本使用的输出的中文用语。

export const lists = {
  'option.columns': '只输出这些列，按所写顺序（列名或代码，用逗号隔开）',
  'option.sort': '按这些列排序；列名前加 - 即从大到小',
  'option.verbose': '多说一些：全部说明、所用台账、日志条目',
  'said.rows_written': '已写出 {file}（{rows} 行）。',
  'said.file_written': '已写出 {file}。',
  'said.headers_zh': '列名和取值是供脚本使用的英文代码。要中文的，加 --headers zh，或设 YANQUAN_HEADERS=zh。',
  usage_one_document:
    '一份说明文书只写一名干部。请只给 yanquan {command} 一个编号，或不用 --format：{numbers}。',
  'column.words': '文字',
  'column.station_of_lead': '按主要责任人的作战所',
  'column.due_reckoned': '时限原文',
  'column.rank_now': '现职级',
  'column.unit_now': '现单位',
  'column.station_now': '现作战所',
  'column.roster_events': '进出花名册',
  'column.corrected_rounds': '结果已更正的轮次',
  'column.planned_on': '当日计划',
  'column.done_on': '当日完成',
  'column.cancelled_by': '取消人',
  'column.cancelled_reason': '取消原因',
  'column.cancelled_id': '取消记录编号',
  'column.order_id': '派遣单记录编号',
  'said.entry': '{file} 的日志第{seq}条。',
  'said.xlsx_long': '超过{most}行的列表写成的工作簿不带筛选和打印设置。需要的，请用筛选条件缩小范围。',
  'said.calendar_events': '日历中的时限：{count}项。',
  'said.calendar_without_day': '没有时限、未列入的：{count}项。',
  'calendar.due': '整改时限（至{until}）',
  'calendar.duties': '应办事项（{on}）',
  'column.numbers': '编号',
  'column.due_items': '待办明细',
  'column.cadre': '干部',
  'title.due_groups': '待办',
  'option.due_on_day': '剩余天数从该日算起（默认今天）',
  'option.due_grouped': '按干部或单位各列一行，含其全部待办',
  usage_other_filters: '{kind}不能按 {option} 筛选。可用：{known}。',
  usage_no_filters: '{kind}不能按 {option} 筛选。请去掉。',
  'help.topic_json':
    '供脚本使用的输出。每条命令都可加 --json，输出在各种语言下相同：\n  列表  对象的数组，没有内容的是 []；与 --format json 相同\n  show  各行，每行都带有该对象的全部内容\n  写入  一个对象：做了什么、各条记录的编号、written、dry_run、日志条目 entry\n  拒绝  {"problems": [{code, file, line, column, value, message}], "exit": N}，用法错误也是\n空值是空文本。说明写到标准错误，-q 不输出说明。退出码说明下一步怎么办：yanquan help exit-codes。\n全部键的 JSON Schema：yanquan help json-schema，其 $defs 按命令列出，如 round_open、finding_show、refusal。',
  'said.undecided':
    '定稿前须逐人审定的有{count}人：{numbers}。每人一条：yanquan decide {$cadre_no} --confirm --by 审定人 --reason 理由（改变对应方式的用 --measure）。',
  'said.begin':
    '本文件夹还没有台账。从这里开始：\n  yanquan demo                    用虚构人员看两轮演示\n  yanquan init --township 乡镇名  在本文件夹新建自己的台账\n  yanquan import ledger 文件      再导入本单位的问题台账（先用 import cadres 导入花名册）',
  'said.policy_ours':
    '对号规则 {policy} 是本程序自带的，不是本单位的规定：{tiers}。换成自己的：yanquan policy show -o 规则.yaml，修改后 yanquan policy check 规则.yaml，再 yanquan policy adopt 规则.yaml。',
  'said.tier': '满{at_least}分{measure}',
} as const;
