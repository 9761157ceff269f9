// What is said in English about numbers and names that look like others.

export const looks = {
  number_looks_known:
    'The {field} {number} looks like {known}, which is recorded already and written differently ({letters}). If it is the same, write {known}; otherwise use a number that cannot be confused with it.',
  number_looks_twice:
    'The {field} {number} (line {line}) looks like {other} on line {other_line} and is written differently ({letters}). Write both the same way if they are one, and keep one row; otherwise use numbers that cannot be confused.',
  number_unknown_alike:
    'The {field} {number} is unknown; {known} looks like it and is written differently ({letters}). Check the number, and write {known} if that is meant.',
  verify_looks:
    'What the index of look-alike spellings says of "{spelling}" ({kind}) does not follow from the facts.',
  verify_alike:
    '{spelling} and {other} look alike and are both recorded ({kind}). This is not an error; write each exactly as it is recorded.',
  number_invisible: 'The {field} has only characters that are not visible. Write the number itself.',
  name_invisible:
    'The {field} has only characters that are not visible. Write the name itself, or leave the cell empty.',
  name_looks_known:
    'The {field} "{name}" looks like "{known}", which is recorded already and written differently ({letters}). If it is the same, write "{known}"; otherwise use a name that cannot be confused with it.',
  name_looks_twice:
    'The {field} "{name}" (line {line}) looks like "{other}" on line {other_line} and is written differently ({letters}). Write both the same way if they are one; otherwise use names that cannot be confused.',
  name_unknown: 'Nothing in the ledger has the {field} "{name}". Recorded are: {borne}. Check the name.',
  name_unknown_near: 'Nothing in the ledger has the {field} "{name}"; did you mean "{near}"?',
  name_unknown_alike:
    'Nothing in the ledger has the {field} "{name}"; "{known}" looks like it and is written differently ({letters}). Write "{known}" if that is meant.',
  name_none_known:
    'Nothing in the ledger has the {field} "{name}": no {field} is recorded yet. Check the column in the files that were imported.',
  station_unknown:
    'No cadre or finding has the station "{station}". Check the name; give a new station to its cadres first (cadre move, import cadres).',
  station_unknown_near:
    'No cadre or finding has the station "{station}"; did you mean "{near}"? Give a new station to its cadres first (cadre move, import cadres).',
  station_unknown_alike:
    'No cadre or finding has the station "{station}"; "{known}" looks like it and is written differently ({letters}). Write "{known}" if that is meant.',
  argument_wrongly_decoded:
    'The argument "{value}" is not valid UTF-8 text. Write it again, in a terminal that is set to UTF-8.',
  actor_wrongly_decoded:
    'The name of the actor, "{value}" (--actor or YANQUAN_ACTOR), is not valid UTF-8 text. Write it again, in a terminal that is set to UTF-8.',
  text_unwritable:
    'This text holds a character that files cannot carry: NUL, U+FFFE, U+FFFF, or a byte order mark at the beginning of a line. Remove it.',
  text_wrongly_decoded:
    'The text holds the replacement character \ufffd: it was decoded wrongly before it was saved, and letters are lost. Export the file again from the original.',
  'card.station_of_lead': '{station} (that of the lead)',
  'note.station_of_lead': 'Findings that name no station are counted at the station of their lead.',
  'said.stations_derived': 'Findings that name no station are shown at the station of their lead: {count}.',
};
