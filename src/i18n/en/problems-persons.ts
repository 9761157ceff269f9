// What is wrong with a text that names persons, in English.

export const problemsPersons = {
  person_nobody: 'This text names nobody: "{text}". Give a name or a cadre number.',
  person_several: '{given} is the name of several cadres: {candidates}. Give the number of the one meant.',
  person_apart:
    'The number and the name in "{given}" do not belong together. Cadres with this number or name: {candidates}. Give the number alone.',
  person_number_unknown:
    'No cadre has the number {given}. Check it, or give the name; the numbers are listed by yanquan cadre list.',
  person_and_others: '"{given}" does not name everybody. Name each person, with a comma between them.',
  person_unit_missing:
    '"{given}" needs a name and a unit: 外:NAME（UNIT）, for somebody who is not on the roster and shares a name with a cadre.',
  person_contains:
    '"{person}" contains the number or name of {cadre_no} {name}, who may not take part here. Write the persons one by one, with commas between them. For another person of that name, write 外:{name}（UNIT）.',
  reassignment_to_actor:
    '{person}, that is {cadre_no} {name}, gave the {act} of {act_on} and cannot take over on {on}. Choose someone else, or reverse that entry first if it was a mistake.',
  reassignment_signed_by_new:
    '{person} would become responsible by this reassignment ({cadre_no} {name}) and cannot sign it. Someone else must do this.',
  talker_is_cadre:
    "{person} is the cadre the talk is held with ({cadre_no} {name}). Someone else must do this. If only the name is the same, give that person's number.",
  roster_by_cadre:
    "{person} is the cadre concerned ({cadre_no} {name}) and cannot record it for themselves. Someone else must do this. If only the name is the same, give that person's number.",
  person_surname:
    '"{person}" may be {cadre_no} {name}, who may not take part here. Give the full name or the number.',
};
