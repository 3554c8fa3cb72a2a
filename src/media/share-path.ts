import { LANGUAGES, PAGE_KINDS, type Language, type PageKind } from '../paths.ts';

export interface ShareAddress {
  kind: PageKind | 'home';
  /** A record's id; `index` for the page that lists them. A commune's is its code or `<province>/<commune>`. */
  id: string;
  language: Language;
}

/** The inverse of `shareImagePath`; undefined for any other path. */
export function parseSharePath(path: string): ShareAddress | undefined {
  const parts = /^\/media\/share\/([a-z]+)\/([^?#]{1,300})\.([a-z]{2})\.png$/.exec(path);
  const kind = ['home' as const, ...PAGE_KINDS].find((candidate) => candidate === parts?.[1]);
  const language = LANGUAGES.find((candidate) => candidate === parts?.[3]);
  const id = decoded(parts?.[2] ?? '');
  return kind === undefined || language === undefined || id === undefined ? undefined : { kind, id, language };
}

function decoded(id: string): string | undefined {
  try {
    return decodeURIComponent(id);
  } catch {
    return undefined;
  }
}
