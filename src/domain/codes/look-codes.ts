// The codes of what is said about numbers and names that look like others.

/** Said of spellings and letters: nothing that only looks alike is merged (contract, section 3, "Persons"). */
export type LookCode =
  | 'argument_wrongly_decoded'
  | 'text_wrongly_decoded'
  | 'text_unwritable'
  | 'actor_wrongly_decoded'
  | 'number_invisible'
  | 'name_invisible'
  | 'name_looks_known'
  | 'name_looks_twice'
  | 'name_unknown'
  | 'name_unknown_alike'
  | 'name_unknown_near'
  | 'name_none_known'
  | 'station_unknown'
  | 'station_unknown_alike'
  | 'station_unknown_near'
  | 'number_looks_known'
  | 'number_looks_twice'
  | 'number_unknown_alike'
  | 'verify_looks'
  | 'verify_alike';
