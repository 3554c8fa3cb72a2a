import type { Producer } from '../domain/producer.ts';
import { formatDate } from '../i18n/format-date.ts';
import { translator, type TextKey } from '../i18n/translate.ts';
import { producerPath, producersPath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { heldFirst } from './held-first.ts';
import { organizationJsonLd } from './json-ld.ts';
import type { PageHead } from './page-head.ts';
import { placeView, type Link } from './place-view.ts';
import { heldCount, productCountText } from './product-count.ts';
import { productSummary, type ProductSummary } from './product-summary.ts';
import { listTrail, registerHead } from './register-head.ts';

export interface ProducerPage {
  head: PageHead;
  trail: readonly Link[];
  producer: Producer;
  kind: string;
  /** Only with consent. */
  contact?: NonNullable<Producer['contact']>;
  /** Today's places that its products name: communes where they are certain, else provinces. */
  places: readonly { commune?: Link; province?: Link }[];
  count: string;
  /** How many hold their star on the view's day. */
  held: number;
  products: readonly ProductSummary[];
  /** By name only. */
  alcohol: readonly ProductSummary[];
}

/** Undefined for an id that no producer has. */
export function producerPage(view: View, language: Language, id: string | undefined): ProducerPage | undefined {
  const producer = id === undefined ? undefined : view.catalogue.producer(id);
  if (producer === undefined) return undefined;
  const t = translator(language);
  const products = view.catalogue.productsOfProducer(producer.id);
  const kind = t(`producerKind.${producer.kind}` as TextKey);
  const count = productCountText(products.length, language);
  const held = heldCount(view, products);
  const summaries = heldFirst(view, products).map((product) => productSummary(view, product, language));
  const trail = listTrail(language, { text: t('producers.title'), href: producersPath(language) });
  const path = producerPath(language, producer.id);
  return {
    head: registerHead(view, language, {
      kind: 'producers',
      id: producer.id,
      path,
      title: producer.name,
      description: t('producer.description', { name: producer.name, count, held, date: formatDate(view.asOf, language) }),
      trail: [...trail, { text: producer.name, href: path }],
      noindex: producer.sample,
      sample: producer.sample,
      jsonLd: [organizationJsonLd(view, language, producer)],
    }),
    trail,
    producer,
    kind,
    ...(producer.contact?.consent === true && { contact: producer.contact }),
    places: placesOf(products.map((product) => placeView(view, product, language))),
    count,
    held,
    products: summaries.filter((product) => !product.alcohol),
    alcohol: summaries.filter((product) => product.alcohol),
  };
}

function placesOf(places: readonly { commune?: Link; province?: Link }[]): ProducerPage['places'] {
  const known = places.filter(({ commune, province }) => commune !== undefined || province !== undefined);
  const byAddress = new Map(known.map(({ commune, province }) => [
    (commune ?? province)?.href,
    { ...(commune && { commune }), ...(province && { province }) },
  ]));
  return [...byAddress.values()];
}
