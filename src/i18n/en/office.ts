// What the office's settings for papers say in English.

export const office = {
  'summary.office': 'what papers say of the office',
  'help.office_show':
    'What notices and explanations say of the office; what is not set stays a blank to be filled in.',
  'help.office_set':
    'Sets one of them, through the journal. Options of a command win. "" takes a value away; copied_to "-" prints no copies.',
  'example.office_show': 'yanquan office show',
  'example.office_set': 'yanquan office set copied_to 县委组织部，县纪委监委',
  'argument.office_key':
    'addressees, copied_to, printed_by, signed, contact, phone, talker, objection_office',
  'argument.value': 'the text; "" takes it away',
  'title.office_show': 'What papers say of the office',
  'note.office': 'What is not set stays a blank on papers.',
  'column.office_key': 'key',
  'office.township': 'name of the office',
  'office.addressees': 'addressees',
  'office.copied_to': 'copied to',
  'office.printed_by': 'printed by',
  'office.signed': 'signed',
  'office.contact': 'contact',
  'office.phone': 'telephone',
  'office.talker': 'talks arranged by',
  'office.objection_office': 'objections go to',
  'said.office_set': '{key} is now "{value}".',
  'said.office_dry': '{key} would be "{value}".',
  'said.office_cleared': '{key} is no longer set; papers leave a blank.',
  'said.office_unchanged': '{key} is so already; nothing was changed.',
  usage_office_key: 'There is no setting "{word}". There are: {known}.',
  usage_office_key_near: 'There is no setting "{word}"; is it "{near}"? There are: {known}.',
  'next.office_show': 'To set one: yanquan office set KEY VALUE.',
  'next.office_set': 'See yanquan office show.',
} as const;
