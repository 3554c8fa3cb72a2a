import { translator } from '../i18n/translate.ts';
import { homePath, shareImagePath, type Language, type PageKind } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { breadcrumbJsonLd, type JsonLd } from './json-ld.ts';
import type { PageHead } from './page-head.ts';
import type { Link } from './place-view.ts';

export interface RegisterPageFacts {
  kind: PageKind;
  /** The record's id in the share image's address; absent on the page that lists them. */
  id?: string;
  path: string;
  title: string;
  description: string;
  /** Up to and including this page. */
  trail: readonly Link[];
  noindex?: boolean;
  sample?: boolean;
  jsonLd?: readonly JsonLd[];
}

/** The head of a page of the register: its title carries the site's name, its trail is told to machines too. */
export function registerHead(view: View, language: Language, facts: RegisterPageFacts): PageHead {
  return {
    language,
    path: facts.path,
    title: `${facts.title} · ${view.catalogue.site.name[language]}`,
    description: facts.description,
    noindex: facts.noindex ?? false,
    shareImage: shareImagePath(language, facts.kind, facts.id),
    jsonLd: [...(facts.jsonLd ?? []), breadcrumbJsonLd(view, facts.trail)],
    sample: facts.sample ?? false,
  };
}

/** From the home page to a page that lists records. */
export function listTrail(language: Language, list: Link): Link[] {
  return [{ text: translator(language)('nav.home'), href: homePath(language) }, list];
}
