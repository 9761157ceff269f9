// What happens to a measure after its round is closed: receipts, answers to appeals, results of follow-ups.

export const receipts = ['signed', 'refused', 'left'] as const;
/** 签收情况: signed for, refused, or left in the presence of a witness. */
export type Receipt = (typeof receipts)[number];

export const appealRulings = ['upheld', 'dismissed', 'retracted'] as const;
/** 申诉答复; `retracted` is said by the cadre, the others by who answers. */
export type AppealRuling = (typeof appealRulings)[number];

export const followUpResults = ['improved', 'not_improved'] as const;
/** 回访结果. */
export type FollowUpResult = (typeof followUpResults)[number];

export const paperKinds = ['talk_notice', 'talk_record', 'service_record', 'result_notice'] as const;
/** 文书: 谈话通知书, 谈话记录表, 送达回证, and the notice of entering, leaving or a change (告知书). */
export type PaperKind = (typeof paperKinds)[number];
