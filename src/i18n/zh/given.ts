// What is said of words and names given on the command line, and of handing over, in Chinese.

export const given = {
  'option.trend_by_too': '同 --group-by',
  'argument.cadre_no': '干部编号；姓名只对应一人的，也可填姓名',
  'said.cadre_meant': '“{given}”按 {who} 办理。',
  'trend_by.round': '轮次',
  'trend_by.source': '问题来源',
  'trend_by.area': '工作领域',
  'trend_by.station': '作战所',
  'trend_by.cadre': '干部',
  'publish_scope.figures': '数字',
  'publish_scope.standings': '对号结果',
  'accepted.yes': '是',
  'accepted.no': '否',
} as const;
