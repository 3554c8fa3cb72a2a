import type { Commune, Province } from '../../domain/place.ts';
import type { FormerCommuneEntry } from '../../domain/place-index.ts';
import { slugify } from '../../domain/fold.ts';
import type { Places } from './places.ts';

/**
 * Addresses of places that are no more, for redirects: today's province slug → slug of an old commune name → today's
 * communes it went to (one to redirect to, several to choose from). A slug that a living commune of the province has is
 * left to it, and so is a name whose successor was never determined.
 */
export function formerPlaceSlugs(places: Places): ReadonlyMap<string, ReadonlyMap<string, readonly Commune[]>> {
  const slugs = new Map(places.provinces.map((province) => [province.slug, new Map<string, readonly Commune[]>()]));
  for (const entry of formerCommunesOf(places)) {
    const ofProvince = slugs.get(entry.province.slug);
    for (const slug of entry.bareNames.map((bare) => formerSlug(bare, entry))) {
      if (slug === '' || entry.successors.length === 0) continue;
      if (places.communeBySlug(entry.province.slug, slug) !== undefined) continue;
      ofProvince?.set(slug, [...new Set([...(ofProvince.get(slug) ?? []), ...entry.successors])]);
    }
  }
  return slugs;
}

/** Slugs of provinces until 30/06/2025 that no province bears today: `quang-binh` → Quảng Trị. */
export function formerProvinceSlugs(places: Places): ReadonlyMap<string, Province> {
  return new Map(places.formerProvinces.flatMap(({ slug, provinceCode }) => {
    const province = places.province(provinceCode);
    return province === undefined || places.provinceBySlug(slug) !== undefined ? [] : [[slug, province] as const];
  }));
}

function formerCommunesOf(places: Places): Set<FormerCommuneEntry> {
  return new Set([...places.index.formerCommunes.bySpelling.values()].flat());
}

/** As for communes of today, a name that starts with a number keeps the word before it: `phuong-1`. */
function formerSlug(bare: string, entry: FormerCommuneEntry): string {
  return slugify(/^\d/.test(bare) ? entry.label : bare);
}
