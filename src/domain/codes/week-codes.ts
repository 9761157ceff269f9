// The codes of what is wrong with files of all kinds, with a week and with the papers of a round.

/** Said by `jobs` of files whose kind is to be found, and by `cli` of options that do not go with that. */
export type WeekCode =
  | 'kind_not_found'
  | 'kind_not_sure'
  | 'kind_not_sure_missing'
  | 'usage_not_with_auto'
  | 'pack_not_a_folder'
  | 'pack_folder_not_empty'
  | 'pack_file_changed';
