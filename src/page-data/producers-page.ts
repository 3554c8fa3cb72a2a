import { slugify } from '../domain/fold.ts';
import type { Producer } from '../domain/producer.ts';
import { formatCount } from '../i18n/format-number.ts';
import { translator, type TextKey } from '../i18n/translate.ts';
import { producerPath, producersPath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import type { PageHead } from './page-head.ts';
import { paged, type Paging } from './paging.ts';
import type { Link } from './place-view.ts';
import { productCountText } from './product-count.ts';
import { PARAMETERS } from './product-filter.ts';
import { listTrail, registerHead } from './register-head.ts';

export const PRODUCERS_PER_PAGE = 60;

export interface ProducerRow extends Link {
  kind: string;
  /** Alcohol counts here: a producer's page names it. Undefined for practice data. */
  products?: string;
  sample: boolean;
}

export interface ProducersPage {
  head: PageHead;
  trail: readonly Link[];
  /** The form's field, and what was asked for in it. */
  field: string;
  name: string;
  /** Real producers found, as text. */
  count: string;
  found: number;
  letters: readonly { letter: string; producers: readonly ProducerRow[] }[];
  pager: Paging;
}

export function producersPage(view: View, language: Language, query: URLSearchParams): ProducersPage {
  const t = translator(language);
  const base = producersPath(language);
  const field = PARAMETERS[language].name;
  const asked = query.get(field)?.trim().slice(0, 100) ?? '';
  const name = slugify(asked) === '' ? '' : asked;
  const found = producersNamed(view.catalogue.producers, name);
  const { shown, pager } = paged(view, language, found, { base, query, perPage: PRODUCERS_PER_PAGE });
  const trail = listTrail(language, { text: t('producers.title'), href: base });
  return {
    head: registerHead(view, language, {
      kind: 'producers', path: base, title: t('producers.title'), description: t('producers.description'), trail, noindex: query.size > 0,
    }),
    trail,
    field,
    name,
    count: t('producers.count', { count: formatCount(found.filter((producer) => !producer.sample).length, language) }),
    found: found.length,
    letters: byLetter(shown).map(({ letter, producers }) => ({ letter, producers: producers.map((producer) => rowOf(view, producer, language)) })),
    pager,
  };
}

/** Every word must stand in the name or a former one; marks and capitals do not count. */
function producersNamed(producers: readonly Producer[], name: string): readonly Producer[] {
  const words = slugify(name).split('-').filter(Boolean);
  if (words.length === 0) return producers;
  return producers.filter((producer) => {
    const text = slugify([producer.name, ...producer.formerNames].join(' '));
    return words.every((word) => text.includes(word));
  });
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Runs of one first letter, its tone aside: Ă, Â and Đ are letters of their own. */
function byLetter(producers: readonly Producer[]): { letter: string; producers: Producer[] }[] {
  const runs: { letter: string; producers: Producer[] }[] = [];
  for (const producer of producers) {
    const letter = producer.name.normalize('NFD').replace(TONES, '').normalize('NFC').charAt(0).toUpperCase();
    const last = runs.at(-1);
    if (last?.letter === letter) last.producers.push(producer);
    else runs.push({ letter, producers: [producer] });
  }
  return runs;
}

function rowOf(view: View, producer: Producer, language: Language): ProducerRow {
  const { id, name, kind, sample } = producer;
  return {
    text: name,
    href: producerPath(language, id),
    kind: translator(language)(`producerKind.${kind}` as TextKey),
    ...(!sample && { products: productCountText(view.catalogue.productsOfProducer(id).length, language) }),
    sample,
  };
}
