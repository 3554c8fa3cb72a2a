/** Every URL of the site is built here. Vietnamese without prefix, English under `/en/`; all end with a slash. */

export type Language = 'vi' | 'en';
export const LANGUAGES: readonly Language[] = ['vi', 'en'];

/** First path segment of each kind of page: [Vietnamese, English]. Stable for years: they are printed on packs. */
const SEGMENTS = {
  products: ['san-pham', 'products'],
  producers: ['chu-the', 'producers'],
  provinces: ['tinh', 'provinces'],
  communes: ['xa', 'communes'],
  groups: ['nhom', 'groups'],
  stars: ['hang-sao', 'stars'],
  decisions: ['quyet-dinh', 'decisions'],
  certificates: ['chung-nhan', 'certificates'],
  guide: ['huong-dan', 'guide'],
  statistics: ['thong-ke', 'statistics'],
  scan: ['quet-ma', 'scan'],
  report: ['phan-anh', 'report'],
  search: ['tim-kiem', 'search'],
} as const satisfies Record<string, readonly [string, string]>;

/** The one page below the statistics. */
const UPDATES: Readonly<Record<Language, string>> = { vi: 'cap-nhat', en: 'updates' };

export type PageKind = keyof typeof SEGMENTS;
export const PAGE_KINDS = Object.keys(SEGMENTS) as readonly PageKind[];

export function segment(kind: PageKind, language: Language): string {
  return SEGMENTS[kind][language === 'vi' ? 0 : 1];
}

export const homePath = (language: Language): string => (language === 'vi' ? '/' : '/en/');
export const productsPath = (language: Language): string => page(language, 'products');
export const productPath = (language: Language, id: string): string => page(language, 'products', id);
export const producersPath = (language: Language): string => page(language, 'producers');
export const producerPath = (language: Language, id: string): string => page(language, 'producers', id);
export const provincesPath = (language: Language): string => page(language, 'provinces');
export const provincePath = (language: Language, slug: string): string => page(language, 'provinces', slug);
export const communePath = (language: Language, provinceSlug: string, communeSlug: string): string =>
  page(language, 'communes', provinceSlug, communeSlug);
/** No page: communes are listed by province. */
export const communesPath = (language: Language): string => page(language, 'communes');
export const groupsPath = (language: Language): string => page(language, 'groups');
export const groupPath = (language: Language, id: string): string => page(language, 'groups', id);
export const starsPath = (language: Language): string => page(language, 'stars');
export const starPath = (language: Language, star: number): string => page(language, 'stars', String(star));
export const decisionsPath = (language: Language): string => page(language, 'decisions');
export const decisionPath = (language: Language, id: string): string => page(language, 'decisions', id);
/** No page: certificates are listed by decision. */
export const certificatesPath = (language: Language): string => page(language, 'certificates');
export const certificatePath = (language: Language, id: string): string => page(language, 'certificates', id);
export const guidePath = (language: Language): string => page(language, 'guide');
/** The guide's section on what a signature proves, by the heading in content/pages/. */
export const signatureGuidePath = (language: Language): string =>
  `${guidePath(language)}#${language === 'vi' ? encodeURIComponent('chữ-ký-của-trang-chứng-minh-điều-gì') : 'what-this-sites-signature-proves'}`;
export const statisticsPath = (language: Language): string => page(language, 'statistics');
/** What was published, when and why. */
export const updatesPath = (language: Language): string => page(language, 'statistics', UPDATES[language]);
/** Reads the code on a pack with a camera. */
export const scanPath = (language: Language): string => page(language, 'scan');
/** Finds products by anything that people call them or their places. */
export const searchPath = (language: Language): string => page(language, 'search');
/** Where the form of the alcohol declaration is sent. */
export const declarationPath = (language: Language): string => page(language, 'search', language === 'vi' ? 'khai-bao' : 'declaration');
/** The region of results alone, for a page that is open already. */
export const searchPartPath = (language: Language): string => page(language, 'search', language === 'vi' ? 'ket-qua' : 'results');
/** The first of the results for every first letter, for a page that is open already. */
export const searchLettersPath = (language: Language): string => page(language, 'search', language === 'vi' ? 'chu-dau' : 'first-letters');
/** Answers a search as JSON. */
export const searchApiPath = '/api/search';
/** Answers what is being typed as JSON: products, places, producers, groups. */
export const suggestionsApiPath = '/api/search/suggestions';
/** What every first letter comes to, in one answer. */
export const firstLettersApiPath = '/api/search/first-letters';
/** On a plain file host: where the files for searching in the browser are named. */
export const staticSearchPath = '/data/search.json';
/** One of them, by the hash of its content. */
export const searchAssetPath = (hash: string): string => `/assets/search/${hash}.json`;
/** What first letters come to there, for the list under a field and for the page of results. */
export const staticLettersPath = (language: Language, of: 'list' | 'results'): string => `/data/first-letters/${of}-${language}.json`;
/** Describes everything below /api/. */
export const openApiPath = '/api/openapi.json';
/** Where anyone tells the office what is wrong. */
export const reportPath = (language: Language): string => page(language, 'report');
/** The form for reports with the page it is about filled in; `about` is a path of this site. */
export const reportAboutPath = (language: Language, about: string): string => `${reportPath(language)}?ve=${encodeURIComponent(about)}`;
/** Where the form is sent. */
export const reportSendPath = (language: Language): string => page(language, 'report', language === 'vi' ? 'gui' : 'send');
/** How a report stands, by its reference. */
export const reportReceivedPath = (language: Language, reference: string): string => page(language, 'report', language === 'vi' ? 'da-nhan' : 'received', reference);
/** Where a producer declares lots; the token is the key to it. Vietnamese only, never published. */
export const producerAnswerPath = (token?: string): string => `/chu-the-tra-loi/${token === undefined ? '' : `${encodeURIComponent(token)}/`}`;
/** Where a payment is pretended in practice mode; the token is the key to it, its language stands in it. Never published. */
export const practicePaymentPath = (token?: string): string => `/thanh-toan-thu/${token === undefined ? '' : `${encodeURIComponent(token)}/`}`;

/** Pages of the shop: made for one visitor, never published. */
const SHOP_SEGMENTS = { cart: ['gio-hang', 'cart'], checkout: ['dat-hang', 'checkout'], orders: ['don-hang', 'orders'] } as const satisfies Record<string, readonly [string, string]>;
type ShopPage = keyof typeof SHOP_SEGMENTS;

export const cartPath = (language: Language): string => shopPage(language, 'cart');
export const checkoutPath = (language: Language): string => shopPage(language, 'checkout');
/** Where an order is looked up by its number and telephone. */
export const ordersPath = (language: Language): string => shopPage(language, 'orders');
/** One order; the token is the key to it. */
export const orderPath = (language: Language, token: string): string => shopPage(language, 'orders', token);
/** Goods that can be bought, for shopping searches. */
export const merchantFeedPath = '/feed/google.xml';
/** Where orders are placed by programs. */
export const ordersApiPath = '/api/orders';
/** Where a card page leads when it is done, so that the order's page can say that word of the money is still on its way. */
export const backFromCardPath = (order: string): string => `${order}?${BACK_FROM_CARD}=1`;
export const BACK_FROM_CARD = 'tra-xong';
/** Beside an order: its receipt as a PDF, the picture of its QR code, its state for the page that waits for it, the way to the provider's page. */
export const orderPartPath = (language: Language, token: string, part: 'bien-nhan.pdf' | 'qr.png' | 'trang-thai' | 'tra-tien'): string => `${orderPath(language, token)}${part}`;
/** Prices, stock and faults of a cart. */
export const cartPricePath = '/api/cart/price';
/** What is there now of a product's packs. */
export const availabilityApiPath = '/api/availability';
export const availabilityPath = (productId: string): string => `${availabilityApiPath}?product=${encodeURIComponent(productId)}`;

/** The office's desk, in Vietnamese only; never published. */
export const deskPath = (...rest: readonly string[]): string => `/quan-ly/${rest.map((part) => `${encodeURIComponent(part)}/`).join('')}`;

/** Languages of trace pages; in Korean and Chinese the labels of fields, all else as in English. */
export type TraceLanguage = Language | 'ko' | 'zh';
export const TRACE_LANGUAGES: readonly TraceLanguage[] = ['vi', 'en', 'ko', 'zh'];

/** Where a trace page is published. `packPath`: as `packPath` of src/domain/pack-address.ts builds it, without a slash at the end. */
export const tracePagePath = (language: TraceLanguage, packPath: string): string => (language === 'vi' ? packPath : `/${language}${packPath}`);
/** How a trace page is linked: packs carry the Vietnamese address, `?lang=` leads to the others. */
export const traceAddress = (language: TraceLanguage, packPath: string): string => (language === 'vi' ? packPath : `${packPath}?lang=${language}`);
/** Where an address that should be that of a pack is answered when it is none; made on demand only. */
export const wrongCodePath = (language: Language): string => (language === 'vi' ? '/ma-khong-doc-duoc/' : '/en/wrong-code/');
/** The service worker of trace pages; at the root, so that it may serve `/01/` and `/t/`. */
export const traceWorkerPath = '/trace-worker.js';
/** RFC 9264 linkset of one pack or lot. */
export const linksetPath = (packPath: string): string => `/data/linksets${packPath}.json`;
/** EPCIS 2.0 document of one lot. */
export const epcisPath = (packPath: string): string => `/data/epcis${packPath}.jsonld`;
/** Compact JWS of one certificate. */
export const certificateProofPath = (certificateId: string): string => `/data/proof/${encodeURIComponent(certificateId)}.jwt`;
export const statusListProofPath = '/data/status-list.jwt';
export const keysPath = '/.well-known/jwks.json';
/** Pack → certificate and end date, in parts by a hash of the pack's code; the index names the parts. */
export const packTablePath = (part: string): string => `/data/packs/${part}.json`;
export const packTableIndexPath = '/data/packs/index.json';
/** A document of a lot, by the SHA-256 of its bytes (hex). */
export const documentPath = (sha256: string, extension: string): string => `/media/document/${sha256}.${extension}`;

/** Drawn on first request and kept: `/media/share/<page kind>/<id>.<language>.png`. */
export const shareImagePath = (language: Language, kind: PageKind | 'home', id = 'index'): string =>
  `/media/share/${kind}/${id}.${language}.png`;
/** One derivative of a photograph; `hash` changes with its content. */
export const photographPath = (hash: string, width: number, extension: 'avif' | 'webp' | 'jpg'): string =>
  `/media/photo/${hash}-${width}.${extension}`;
export const drawingPath = (kind: string): string => `/drawings/${kind}.svg`;
export const catalogueJsonPath = '/data/catalogue.json';
export const productsCsvPath = '/data/products.csv';
export const statusJsonPath = '/data/status.json';
export const statusListPath = '/data/status-list.json';
/** Where a payment provider tells of money. */
export const paymentWebhookPath = (provider: string): string => `/api/payments/${encodeURIComponent(provider)}/webhook`;
/** Where a git host's webhook, or a script, asks for a publish. */
export const publishWebhookPath = '/api/publish';

/** By language, the kind of page that a first segment stands for. */
const KINDS: Readonly<Record<Language, ReadonlyMap<string, PageKind>>> = {
  vi: new Map(PAGE_KINDS.map((kind) => [segment(kind, 'vi'), kind])),
  en: new Map(PAGE_KINDS.map((kind) => [segment(kind, 'en'), kind])),
};

/** The province that a page is about or lies in, by its path; undefined for every other page. */
export function provinceOfPath(path: string): string | undefined {
  const [first, second, third] = path.split('/').filter(Boolean);
  const language: Language = first === 'en' ? 'en' : 'vi';
  const [kind, slug] = language === 'en' ? [second, third] : [first, second];
  return kind === segment('provinces', language) || kind === segment('communes', language) ? slug : undefined;
}

/** The same page in the other language, by its own path; undefined for addresses that have no twin. */
export function inLanguage(path: string, language: Language): string | undefined {
  const parts = path.split('/').filter(Boolean);
  const current: Language = parts[0] === 'en' ? 'en' : 'vi';
  const [first, ...rest] = current === 'en' ? parts.slice(1) : parts;
  if (first === undefined) return homePath(language);
  const kind = KINDS[current].get(first);
  if (kind === 'statistics' && rest[0] === UPDATES[current]) return updatesPath(language);
  if (kind !== undefined) return page(language, kind, ...rest);
  const ofShop = SHOP_PAGES.find((candidate) => SHOP_SEGMENTS[candidate][current === 'vi' ? 0 : 1] === first);
  return ofShop === undefined ? undefined : shopPage(language, ofShop, ...rest);
}

function page(language: Language, kind: PageKind, ...rest: readonly string[]): string {
  let path = `${language === 'en' ? '/en' : ''}/${segment(kind, language)}/`;
  for (const part of rest) path += `${PLAIN.test(part) ? part : encodeURIComponent(part)}/`;
  return path;
}

/** Ids, which need no escapes. */
const PLAIN = /^[\w-]*$/;

const SHOP_PAGES = Object.keys(SHOP_SEGMENTS) as readonly ShopPage[];

function shopPage(language: Language, kind: ShopPage, ...rest: readonly string[]): string {
  return `${language === 'en' ? '/en' : ''}/${[SHOP_SEGMENTS[kind][language === 'vi' ? 0 : 1], ...rest].map(encodeURIComponent).join('/')}/`;
}
