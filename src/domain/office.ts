// What an office says of itself on its papers: kept once in the ledger, in the place of what a command does not say.

export const officeKeys = [
  'addressees',
  'copied_to',
  'printed_by',
  'signed',
  'contact',
  'phone',
  'talker',
  'objection_office',
] as const;
export type OfficeKey = (typeof officeKeys)[number];

/** The values; empty where none is set. */
export type Office = Readonly<Record<OfficeKey, string>>;

/** An office that has said nothing. */
export const NO_OFFICE: Office = {
  addressees: '',
  copied_to: '',
  printed_by: '',
  signed: '',
  contact: '',
  phone: '',
  talker: '',
  objection_office: '',
};
