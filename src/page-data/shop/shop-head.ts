import { shareImagePath, type Language } from '../../paths.ts';
import type { View } from '../../publish/view.ts';
import type { PageHead } from '../page-head.ts';

/** The head of a page that one buyer sees: told to no search engine, shared with nobody. */
export function shopHead(view: View, language: Language, { path, title }: { path: string; title: string }): PageHead {
  return {
    language,
    path,
    title: `${title} · ${view.catalogue.site.name[language]}`,
    description: title,
    noindex: true,
    shareImage: shareImagePath(language, 'home'),
    jsonLd: [],
    sample: view.catalogue.shop.seller?.sample === true,
    isPrivate: true,
  };
}
