import type { Language } from '../paths.ts';

/** Words of a record; `lang` where they are not in the language of the page. */
export interface WordsIn {
  text: string;
  lang?: 'vi';
}

export function wordsIn({ vi, en }: { vi: string; en?: string | undefined }, language: Language): WordsIn {
  if (language === 'vi') return { text: vi };
  return en === undefined ? { text: vi, lang: 'vi' } : { text: en };
}

/** What a record says in Vietnamese only: names of materials, laboratories, standards. */
export function vietnamese(text: string, language: Language): WordsIn {
  return language === 'vi' ? { text } : { text, lang: 'vi' };
}
