import { VOCABULARY, type Linkset, type LinkTarget } from '../../trace/linkset/linkset.ts';

const PREFIXES: readonly string[] = ['gs1:', VOCABULARY, 'https://gs1.org/voc/', 'https://www.gs1.org/voc/', 'http://gs1.org/voc/'];

/** `linkType=` as written: in the compact form or with any of the addresses that GS1's vocabulary has had. Undefined for another's. */
export function linkTypeOf(written: string): string | undefined {
  const prefix = PREFIXES.find((candidate) => written.startsWith(candidate));
  const name = prefix === undefined ? undefined : written.slice(prefix.length);
  return name !== undefined && /^[A-Za-z]+$/.test(name) ? name : undefined;
}

/**
 * The link of a type at the narrowest level that has one, in the first of the languages that there is; else in
 * Vietnamese, which comes first.
 */
export function findLink({ linkset }: Linkset, type: string, languages: readonly string[]): LinkTarget | undefined {
  const targets = linkset.map((level) => level[`${VOCABULARY}${type}`]).find((found) => found !== undefined && found.length > 0);
  const inLanguage = languages.map((language) => targets?.find(({ hreflang }) => hreflang?.includes(language)));
  return inLanguage.find((found) => found !== undefined) ?? targets?.[0];
}

/** Languages of `Accept-Language` in order of preference, without regions. */
export function acceptedLanguages(header: string | undefined): string[] {
  if (header === undefined) return [];
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(/\s*;\s*/);
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { language: tag.toLowerCase().split('-', 1)[0] ?? '', quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => language);
}
