/** A trace page's path taken apart without the rules of GS1, for a phone that only looks up what it kept. */
export interface KeptAddress {
  /** Undefined for Vietnamese, or where `?lang=` says it. */
  language: string | undefined;
  /** A GTIN of 14 digits, or a trace code. */
  code: string;
  /** The path itself and those of wider levels, the narrowest first, without a slash at the end. */
  levels: readonly string[];
}

const TRACE_PATH = /^(?:\/(en|ko|zh))?\/(01|t)\/([^/]+)((?:\/[^/]+)*)\/?$/i;

/** Undefined for every other page. */
export function keptAddress(path: string): KeptAddress | undefined {
  const [whole, language, kind = '', written = '', rest = ''] = TRACE_PATH.exec(path) ?? [];
  if (whole === undefined) return undefined;
  const code = kind === '01' ? written.padStart(14, '0') : written.toUpperCase();
  const start = `${language === undefined ? '' : `/${language.toLowerCase()}`}/${kind.toLowerCase()}/${code}`;
  const pairs = rest.split('/').slice(1);
  const levels = [start + rest];
  for (let length = pairs.length - 2; length > 0; length -= 2) levels.push(`${start}/${pairs.slice(0, length).join('/')}`);
  if (rest !== '') levels.push(start);
  return { language: language?.toLowerCase(), code, levels };
}
