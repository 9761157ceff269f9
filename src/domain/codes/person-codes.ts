// The codes of what is wrong with a text that names persons.

/** Said by `domain/persons`: about the text alone, and about those compared for four eyes. */
export type PersonCode =
  | 'person_nobody'
  | 'person_several'
  | 'person_apart'
  | 'person_number_unknown'
  | 'person_and_others'
  | 'person_unit_missing'
  | 'person_contains'
  | 'person_surname';
