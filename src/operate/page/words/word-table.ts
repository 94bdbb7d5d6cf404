/** The form of a table of words: each in Arabic, then in English. */
export type WordTable = Readonly<Record<string, readonly [ar: string, en: string]>>;
