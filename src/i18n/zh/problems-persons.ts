// What is wrong with a text that names persons, in Chinese.

export const problemsPersons = {
  person_nobody: '“{text}”没有写明任何人。请填姓名或干部编号。',
  person_several: '“{given}”同名的干部不止一人：{candidates}。请改填编号。',
  person_apart: '“{given}”中的编号与姓名不是同一人，相关干部：{candidates}。请只填编号。',
  person_number_unknown:
    '没有编号为 {given} 的干部。请核对编号，或改填姓名；编号可用 yanquan cadre list 查询。',
  person_and_others: '“{given}”没有写全人员。请逐人写明，中间用顿号隔开。',
  person_unit_missing: '“{given}”须写明姓名和单位，即“外:姓名（单位）”，用于花名册以外、与干部同名的人员。',
  person_contains:
    '“{person}”中含有 {cadre_no} {name} 的编号或姓名，而此人须回避。请逐人写明，中间用顿号隔开；确系同名的其他人员，请写“外:{name}（单位）”。',
  reassignment_to_actor:
    '{person}（{cadre_no} {name}）作过 {act_on} 的{act}，不能在{on}接任责任人。请另选他人；登记有误的，请先冲销。',
  reassignment_signed_by_new:
    '{person}（{cadre_no} {name}）因本次移交成为责任人，不能由其本人签批。请由他人办理。',
  talker_is_cadre:
    '谈话人 {person} 即干部 {cadre_no} {name} 本人。请由他人谈话；只是同名的，请填其编号，不在花名册的写“外:{name}（单位）”。',
  roster_by_cadre:
    '{person} 即干部 {cadre_no} {name} 本人，不能由本人登记。请由他人办理；只是同名的，请填其编号，不在花名册的写“外:{name}（单位）”。',
  person_surname: '“{person}”可能是须回避的 {cadre_no} {name}。请写全名或编号。',
};
