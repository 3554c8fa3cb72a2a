import { sellsAnything } from '../catalogue/sells-anything.ts';
import type { View } from '../publish/view.ts';
import { cartPath, inLanguage, LANGUAGES, type Language } from '../paths.ts';
import type { JsonLd } from './json-ld.ts';

/** Everything the layout needs besides the page's body. */
export interface PageHead {
  language: Language;
  /** Path with leading and trailing slash; canonical without a query. */
  path: string;
  title: string;
  description: string;
  noindex: boolean;
  /** Path of the share image. */
  shareImage: string;
  jsonLd: readonly JsonLd[];
  sample: boolean;
  /** The same page in the other language, where its path alone does not say it. */
  twin?: string;
  /** Made for one visitor: its address is told to nobody. */
  isPrivate?: boolean;
}

export interface HeadLinks {
  canonical: string;
  alternates: readonly { language: Language; href: string }[];
  /** The same page in the other language, as a path. */
  twin: string;
  /** The cart; undefined where nothing is sold, and on a plain file host. */
  cart?: string;
}

export function headLinks(view: View, head: PageHead): HeadLinks {
  const other: Language = head.language === 'vi' ? 'en' : 'vi';
  return {
    canonical: view.siteUrl + head.path,
    alternates: LANGUAGES.flatMap((language) => {
      const path = inLanguage(head.path, language);
      return path === undefined ? [] : [{ language, href: view.siteUrl + path }];
    }),
    twin: head.twin ?? inLanguage(head.path, other) ?? (other === 'en' ? '/en/' : '/'),
    ...(view.mode === 'server' && sellsAnything(view.catalogue.shop) && { cart: cartPath(head.language) }),
  };
}
