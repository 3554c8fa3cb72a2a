import { translator } from '../i18n/translate.ts';
import { scanPath, shareImagePath, wrongCodePath, type Language } from '../paths.ts';
import type { View, WrongCode } from '../publish/view.ts';
import type { PageHead } from './page-head.ts';

/** What someone sees whose code leads to no pack: why, and how to go on. */
export interface WrongCodePage {
  head: PageHead;
  status: WrongCode['status'];
  title: string;
  lede: string;
  /** What is wrong with the code, or what it can mean that it is not here. */
  reason: string;
  scan: string;
}

export function wrongCodePage(view: View, { status, message }: WrongCode, language: Language): WrongCodePage {
  const t = translator(language);
  const isKnown = status === 400;
  const title = t(isKnown ? 'wrongCode.title' : 'wrongCode.unknown.title');
  const lede = t(isKnown ? 'wrongCode.lead' : 'wrongCode.unknown.lead');
  return {
    head: {
      language,
      path: wrongCodePath(language),
      title: `${title} · ${view.catalogue.site.name[language]}`,
      description: lede,
      noindex: true,
      shareImage: shareImagePath(language, 'home'),
      jsonLd: [],
      sample: false,
    },
    status,
    title,
    lede,
    reason: message?.[language] ?? t('wrongCode.unknown.text'),
    scan: scanPath(language),
  };
}
