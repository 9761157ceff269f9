// The codes of what is wrong with a text that names persons.

/** Said by `domain/persons`: of the text alone, and held against those whom four eyes compares. */
export type PersonCode =
  | 'person_nobody'
  | 'person_several'
  | 'person_apart'
  | 'person_number_unknown'
  | 'person_and_others'
  | 'person_unit_missing'
  | 'person_contains'
  | 'person_surname';
