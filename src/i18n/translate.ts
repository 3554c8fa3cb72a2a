import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };
import type { Language } from '../paths.ts';

/** Vietnamese is the source: a key exists when vi.json has it. */
export type TextKey = keyof typeof vi;
export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

const TEXTS: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { vi, en };

/** The texts whose keys are asked for, for a browser that says them itself. */
export function textsWhere(language: Language, isWanted: (key: string) => boolean): Record<string, string> {
  return Object.fromEntries(Object.entries(TEXTS[language]).filter(([key]) => isWanted(key)));
}

/** `{name}` in a text is replaced by `values.name`; a missing value is a programming error. */
export function translator(language: Language): Translate {
  return (key, values = {}) =>
    TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`text "${key}" (${language}) needs a value for {${name}}`);
      return String(value);
    });
}
