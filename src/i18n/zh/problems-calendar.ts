// 工作日历的提示：说清哪里不对，怎么改。

export const problemsCalendar = {
  calendar_year_missing:
    '没有{year}年的放假安排，不能推算工作日。请等通知公布后用 calendar import 导入该年，或直接写明日期。',
  calendar_columns_missing:
    '缺少必填的列：{missing}。文件里有：{found}。请补上 date（日期）和 kind（休/班）两列。',
  calendar_sheets_several: '有几张工作表都像放假安排：{sheets}。请只留一张。',
  calendar_empty: '文件里没有一天。请写上全年的放假日和调休上班日。',
  calendar_several_years: '文件里有几个年份：{years}。请每年一个文件，各写该年全部的放假日和调休上班日。',
  calendar_day_twice: '{on}在第{line}行已经写过。请只留一行。',
  calendar_workday_on_weekday: '{on}不是周六、周日，本来就上班，不能列为调休上班日。请核对日期。',
  calendar_year_incomplete:
    '{year}年的放假安排不全，缺{missing}。文件要有全年的放假日（含逢周末的），否则其余日子就成了猜测。',
} as const;
