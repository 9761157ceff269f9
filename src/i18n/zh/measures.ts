// What happens to measures after the closing, in Chinese: words, columns and what is wrong with the facts.

export const measures = {
  'kind.services': '送达',
  'kind.appeals': '申诉',
  'kind.followups': '回访',
  'receipt.signed': '签收',
  'receipt.refused': '拒签',
  'receipt.left': '留置',
  'appeal_ruling.upheld': '申诉成立',
  'appeal_ruling.dismissed': '申诉不成立',
  'appeal_ruling.retracted': '撤回',
  'follow_up.improved': '已改进',
  'follow_up.not_improved': '未改进',
  'column.receipt': '签收情况',
  'column.served_on': '送达时间',
  'column.served_by': '送达人',
  'column.appeals.raised_on': '申诉时间',
  'column.appeals.reason': '申诉理由',
  'column.appeals.ruled_on': '申诉答复时间',
  'column.appeals.ruling': '申诉答复',
  'column.appeals.ruled_by': '申诉答复人',
  'column.followups.on': '回访时间',
  'column.followups.by': '回访人',
  'column.followups.result': '回访结果',
  measure_none_in_round:
    '{name}（{cadre_no}）在第{round}轮没有对应方式，无从送达、申诉或回访。请用 yanquan round show {round} 核对编号和轮次。',
  talk_before_round:
    '谈话日期 {day} 早于第{round}轮的统计截止日 {cutoff}，不能作为该轮的谈话。请核对日期和轮次。',
  service_before_round: '送达日期 {day} 早于第{round}轮的统计截止日 {cutoff}。请核对日期和轮次。',
  service_twice:
    '第{round}轮对 {cadre_no} 的对应方式已于 {on} 送达（{id}），此处为 {day}。同一对应方式只送达一次，请核对；登记有误的，请先冲销 {id} 再重录。',
  server_is_cadre:
    '送达人 {person} 即干部 {cadre_no} {name} 本人。请由他人送达；只是同名的，请填其编号，不在花名册的写“外:{name}（单位）”。',
  appeal_before_round:
    '日期 {day} 早于第{round}轮的统计截止日 {cutoff}，此时尚无对应方式可申诉。请核对日期和轮次。',
  appeal_recorded:
    '{cadre_no} 对第{round}轮对应方式 {raised_on} 的申诉已登记，理由为“{recorded}”，此处为“{given}”。请核对；登记有误的，请先冲销再重录。',
  appeal_pending:
    '{cadre_no} 对第{round}轮对应方式 {raised_on} 的申诉尚未答复。请先答复，再登记新的申诉；日期有误的，请先冲销。',
  appeal_answered:
    '{cadre_no} 对第{round}轮对应方式的申诉已有答复（{id}）。答复有误的，请先冲销 {id} 再重录。',
  retraction_not_own:
    '申诉或异议只能由本人（{cadre_no} {name}）撤回，此处填的是 {person}。请填本人；由他人答复的，请填成立或不成立。',
  answerer_is_cadre:
    '答复人 {person} 即申诉人 {cadre_no} {name} 本人。请由他人答复；只是同名的，请填其编号，不在花名册的写“外:{name}（单位）”。',
  answerer_approved: '{person} 签批了第{round}轮，不能答复 {cadre_no} 对该轮的申诉。请由他人答复。',
  answerer_decided: '{person} 在第{round}轮对 {cadre_no} 作过审定意见，不能答复其申诉。请由他人答复。',
  followup_before_round: '回访日期 {day} 早于第{round}轮的统计截止日 {cutoff}。请核对日期和轮次。',
  followup_without_talk: '{cadre_no} 在第{round}轮的对应方式不是谈话，不作回访。请核对编号和轮次。',
  follower_is_cadre:
    '回访人 {person} 即干部 {cadre_no} {name} 本人。请由他人回访；只是同名的，请填其编号，不在花名册的写“外:{name}（单位）”。',
} as const;
