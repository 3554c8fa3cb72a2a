import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Commune, GeoPoint, Province } from '../domain/place.ts';
import type { LitPoint } from '../media/country-map.ts';
import type { Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { communeIsCertain } from './certain-place.ts';
import { litCommunes } from './lit-communes.ts';
import { communeLink, type Link } from './place-view.ts';
import { counted } from './product-count.ts';

/** A commune that goods come from. */
export interface CommuneWithProducts extends Link {
  commune: Commune;
  /** Products that certainly come from here. */
  count: number;
  /** Products that may come from here: their old commune was split or their place is ambiguous. */
  candidates: number;
}

/** What the pages of a province and of all its communes share. */
export interface ProvincePlaces {
  province: Province;
  communes: readonly Commune[];
  points: readonly GeoPoint[];
  lit: readonly LitPoint[];
  /** Most products first. */
  withProducts: readonly CommuneWithProducts[];
}

const kept = new WeakMap<Catalogue, Map<string, ProvincePlaces>>();

/** Worked out once for each province, language and catalogue: thousands of commune pages ask for it. */
export function provincePlaces(view: View, province: Province, language: Language): ProvincePlaces {
  const ofCatalogue = kept.get(view.catalogue) ?? new Map<string, ProvincePlaces>();
  kept.set(view.catalogue, ofCatalogue);
  const key = `${language} ${province.code}`;
  const places = ofCatalogue.get(key) ?? collect(view, province, language);
  ofCatalogue.set(key, places);
  return places;
}

function collect(view: View, province: Province, language: Language): ProvincePlaces {
  const { catalogue } = view;
  const communes = [...catalogue.communesOfProvince(province.code)].sort((a, b) => COLLATOR.compare(a.name, b.name));
  return {
    province,
    communes,
    points: communes.map(({ point }) => point),
    lit: litCommunes(view, catalogue.productsOfProvince(province.code), language),
    withProducts: communes
      .map((commune) => withProducts(view, commune, language))
      .filter(({ count, candidates }) => count + candidates > 0)
      .sort((a, b) => b.count - a.count || b.candidates - a.candidates),
  };
}

function withProducts(view: View, commune: Commune, language: Language): CommuneWithProducts {
  const products = counted(view.catalogue.productsOfCommune(commune.code));
  const count = products.filter((product) => communeIsCertain(view, product)).length;
  return { ...communeLink(view, commune, language), commune, count, candidates: products.length - count };
}

const COLLATOR = new Intl.Collator('vi', { numeric: true });
