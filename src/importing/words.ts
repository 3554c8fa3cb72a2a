/** One sentence in both languages; the clerk reads the Vietnamese, logs the English. */
export interface Words {
  vi: string;
  en: string;
}
