import { communeLabel } from '../domain/place-label.ts';
import type { Product } from '../domain/product.ts';
import type { Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import type { ResultCard, ResultPhotograph } from '../results/result-card.ts';
import type { ResultNames } from '../results/results-parts.ts';
import { shortProvince } from './place-view.ts';
import { productSummary, type ProductSummary } from './product-summary.ts';

/** A result from the register. */
export function resultCard(view: View, product: Product, language: Language): ResultCard {
  const { id, name, originalName, href, producer, place, certificate, drawing, photograph, alcohol, sample, lowestPrice } = productSummary(view, product, language);
  return {
    id,
    href,
    name,
    originalName,
    producer: producer?.text,
    place: place.line,
    drawing,
    photograph: photograph && picture(photograph),
    term: certificate && { ...certificate.certificate, isInferred: certificate.certificate.basis === 'inferred' },
    price: lowestPrice,
    sample,
    alcohol,
  };
}

function picture({ derivatives }: NonNullable<ProductSummary['photograph']>): ResultPhotograph {
  const srcset = (images: readonly { path: string; width: number }[]): string => images.map(({ path, width }) => `${path} ${width}w`).join(', ');
  const plain = derivatives.sources.at(-1)?.images ?? [];
  return {
    sources: derivatives.sources.slice(0, -1).map(({ type, images }) => ({ type, srcset: srcset(images) })),
    src: plain.at(-1)?.path ?? '',
    srcset: srcset(plain),
    width: derivatives.width,
    height: derivatives.height,
  };
}

/** What the register calls what can be chosen. */
export function resultNames({ catalogue }: View, language: Language): ResultNames {
  const province = (slug: string): string | undefined => {
    const found = catalogue.provinceBySlug(slug);
    return found && shortProvince(found, language);
  };
  return {
    group: (id) => catalogue.group(id)?.name[language],
    province,
    commune: (slug) => {
      const [of = '', name = ''] = slug.split('/');
      const found = catalogue.communeBySlug(of, name);
      return found && communeLabel(found, language);
    },
    groups: catalogue.groups.map(({ id, name }) => ({ id, text: name[language] })),
    provinces: catalogue.provinces.map((found) => ({ slug: found.slug, text: shortProvince(found, language), point: found.point })).sort((a, b) => a.text.localeCompare(b.text, language)),
  };
}
