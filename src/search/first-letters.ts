/** With which Vietnamese names of goods begin, most of them first. */
export const FIRST_LETTERS: readonly string[] = [...'ncmtbghkđdrsxvlpqaoi'];
