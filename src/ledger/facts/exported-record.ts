// A record as `export` writes it.

/** A record by column; null is empty. Days and words as stored, amounts as decimal text. */
export type ExportedRecord = Readonly<Record<string, string | number | boolean | null>>;
