import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import { certificateOn } from '../../domain/certificate.ts';
import type { Lot } from '../../domain/lot.ts';
import { packPath, type PackAddress } from '../../domain/pack-address.ts';
import type { Pack, Product } from '../../domain/product.ts';
import { translator } from '../../i18n/translate.ts';
import * as paths from '../../paths.ts';
import { hasEvents } from '../epcis/lot-events.ts';
import { lotPath } from '../epcis/epcis-names.ts';
import { VOCABULARY, type LinkContext, type Linkset, type LinkTarget } from './linkset.ts';

export interface LinksetSource {
  catalogue: Pick<Catalogue, 'certificatesOf'>;
  asOf: IsoDate;
  /** Origin without trailing slash. */
  siteUrl: string;
  product: Product;
  pack: Pack;
  /** Certificates are published in signed form, too. */
  isSigned: boolean;
}

/** All links of a kind of pack, or of one of its lots: then the lot's own first, those of the pack after them. */
export function packLinkset(source: LinksetSource, address: PackAddress, lot?: Lot): Linkset {
  const { lot: _lot, ...wider } = address;
  const ofPack = levelOf(source, wider, linksOfPack(source, wider));
  return { linkset: lot === undefined ? [ofPack] : [levelOf(source, address, linksOfLot(source, address, lot), lot), ofPack] };
}

type Links = Readonly<Record<string, readonly (LinkTarget | undefined)[]>>;

/** The default link has address and title only, and stands under a word that says what it is too. */
function levelOf({ siteUrl, product, pack }: LinksetSource, address: PackAddress, links: Links, lot?: Lot): LinkContext {
  const anchor = siteUrl + packPath(address);
  const itemDescription = [product.name, pack.label, lot && `${vi('linkset.lot')} ${lot.code}`].filter(Boolean).join(', ');
  const present = Object.entries({ defaultLink: [{ href: anchor, title: vi('trace.title') }], ...links })
    .map(([type, targets]) => [VOCABULARY + type, targets.filter((target) => target !== undefined)] as const)
    .filter(([, targets]) => targets.length > 0);
  return { anchor, itemDescription, ...Object.fromEntries(present) };
}

function linksOfPack(source: LinksetSource, address: PackAddress): Links {
  const { catalogue, asOf, siteUrl, product, isSigned } = source;
  const certificate = certificateOn(catalogue.certificatesOf(product.id), asOf);
  const page = tracePages(source, address);
  const inBoth = (path: (language: paths.Language) => string, title: (language: paths.Language) => string): LinkTarget[] =>
    paths.LANGUAGES.map((language) => html(siteUrl + path(language), title(language), language));
  const name = (language: paths.Language): string => (language === 'vi' ? product.name : product.nameEn);
  return {
    pip: inBoth((language) => paths.productPath(language, product.id), name),
    traceability: page,
    certificationInfo: certificate === undefined ? [] : inBoth((language) => paths.certificatePath(language, certificate.id), (language) => translator(language)('linkset.certificate', { name: name(language) })),
    jws: certificate === undefined || !isSigned ? [] : [{ href: siteUrl + paths.certificateProofPath(certificate.id), title: vi('linkset.proof'), type: 'application/vc+jwt' }],
    dpp: product.declaration === undefined ? [] : page,
  };
}

function linksOfLot(source: LinksetSource, address: PackAddress, lot: Lot): Links {
  const { siteUrl, pack, product } = source;
  const page = tracePages(source, address);
  return {
    traceability: page,
    epcis: hasEvents({ lot }) ? [{ href: siteUrl + paths.epcisPath(lotPath({ pack, lot })), title: vi('linkset.epcis'), type: 'application/ld+json' }] : [],
    recallStatus: lot.recall === undefined ? [] : page,
    dpp: product.declaration === undefined ? [] : page,
  };
}

/** The page of this very address in all its languages. */
function tracePages({ siteUrl }: LinksetSource, address: PackAddress): LinkTarget[] {
  const path = packPath(address);
  return paths.TRACE_LANGUAGES.map((language) =>
    html(siteUrl + paths.traceAddress(language, path), translator(language === 'vi' ? 'vi' : 'en')('trace.title'), language),
  );
}

function html(href: string, title: string, language: paths.TraceLanguage): LinkTarget {
  return { href, title, type: 'text/html', hreflang: [language] };
}

const vi = translator('vi');
