// The codes of what is said about numbers and names that look like others.

/** Said of spellings: nothing that only looks alike is merged (contract, section 3, "Persons"). */
export type LookCode =
  | 'number_looks_known'
  | 'number_looks_twice'
  | 'number_unknown_alike'
  | 'verify_looks'
  | 'verify_alike';
