import { translator, type Translate } from '../i18n/translate.ts';
import { homePath, productsPath, provincesPath, shareImagePath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import type { PageHead } from './page-head.ts';

export interface NotFoundPage {
  head: PageHead;
  ways: readonly { href: string; title: string; text: string }[];
  /** The same words for a reader of the other language: one file may have to answer for both. */
  twin: { language: Language; title: string; text: string; home: string; homeText: string };
}

/** The language is that of the address: English below `/en/`. */
export function notFoundPage(view: View, address: string): NotFoundPage {
  const language: Language = /^\/en(\/|$)/.test(address) ? 'en' : 'vi';
  const other: Language = language === 'en' ? 'vi' : 'en';
  const t = translator(language);
  const inOther = translator(other);
  return {
    head: {
      language,
      path: language === 'en' ? '/en/404/' : '/404/',
      title: `${t('notFound.title')} · ${view.catalogue.site.name[language]}`,
      description: t('notFound.text'),
      noindex: true,
      shareImage: shareImagePath(language, 'home'),
      jsonLd: [],
      sample: false,
    },
    ways: waysOn(language, t),
    twin: { language: other, title: inOther('notFound.title'), text: inOther('notFound.text'), home: homePath(other), homeText: inOther('nav.home') },
  };
}

function waysOn(language: Language, t: Translate): NotFoundPage['ways'] {
  return [
    { href: productsPath(language), title: t('home.allProducts'), text: t('notFound.products') },
    { href: provincesPath(language), title: t('nav.places'), text: t('notFound.places') },
    { href: homePath(language), title: t('nav.home'), text: t('notFound.home') },
  ];
}
