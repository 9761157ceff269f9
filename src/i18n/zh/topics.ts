// The top page of the help and its pages on topics in Chinese.

export const topics = {
  'help.group_week': '每周',
  'help.group_findings': '花名册与问题',
  'help.group_notices': '通报与名单',
  'help.group_work': '中心工作',
  'help.group_care': '台账保管',
  'help.group_county': '县级汇总',
  'title.no_round': '还没有轮次',
  'said.problem': '{problem}',
  'help.required': '（必填）',
  'help.topic_environment':
    '环境变量（设为空值等于未设；命令行选项优先）：\n  YANQUAN_LEDGER  台账文件；默认本文件夹的 yanquan.db\n  YANQUAN_ACTOR  操作人；默认系统用户\n  YANQUAN_LANG  界面语言 zh 或 en；默认看 LC_ALL、LC_MESSAGES、LANG\n  YANQUAN_HEADERS  导出的 CSV、JSON 的表头语言 zh 或 en，同 --headers；默认为英文键\n  COLUMNS  终端宽度；终端不报告宽度时按80列\n  NO_COLOR, FORCE_COLOR  不用颜色、用颜色\n  XDG_CACHE_HOME, LOCALAPPDATA  编译缓存所在的文件夹',
  'help.topic_exit_codes':
    '退出码说明脚本下一步该做什么：\n  0  完成，继续\n  1  已拒绝，什么都没有写入；须由人处理（输入有误、冲突）\n  2  用法有误\n  3  完成，但请阅读提示（跳过了不合格的行等）\n  4  台账已损坏，停止使用\n  70  程序缺陷\n  74  存储失败，什么都没有写入（磁盘已满、只读）\n  75  再运行同一条命令（台账正忙，或结果不明）\n  130, 141  被 Ctrl-C 中断；接收输出的程序已关闭',
  'help.topic_files':
    '台账是一个文件，可以复制、可以随身携带：\n  yanquan.db  台账；本文件夹中的默认名，用 --ledger 或 YANQUAN_LEDGER 另指\n  *.csv, *.xlsx, *.xls, *.docx, *.json, *.jsonl  可导入的文件；列用中文表头或英文键\n  *.yaml  对号规则（policy）与列对应关系（--mapping）\n  -  标准输入（读）、标准输出（写）\n-o 文件 按扩展名定格式：.xlsx .csv .json .jsonl .md；通报另有 .docx .html。用 -o 写出的 CSV 带 BOM，Excel 和 WPS 可直接打开。',
} as const;
