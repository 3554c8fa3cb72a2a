import { communePath, provincePath, provincesPath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { PARAMETERS } from './product-filter.ts';

/** To where a living place, or a list of several, is to be found; permanent, as places do not come back. */
export function movedTo(address: string | undefined): Response {
  return address === undefined ? new Response(null, { status: 404 }) : new Response(null, { status: 301, headers: { location: address } });
}

/** Where the address of a province that is no more leads today. */
export function formerProvinceAddress({ catalogue }: View, language: Language, slug = ''): string | undefined {
  const province = catalogue.formerProvince(slug);
  return province && provincePath(language, province.slug);
}

interface Params {
  province?: string | undefined;
  commune?: string | undefined;
}

/** Where the address of a commune that is no more leads: to its one successor, or to the search that shows all of them. */
export function formerCommuneAddress({ catalogue }: View, language: Language, { province: provinceSlug = '', commune: slug = '' }: Params): string | undefined {
  const province = catalogue.provinceBySlug(provinceSlug) ?? catalogue.formerProvince(provinceSlug);
  if (province === undefined) return undefined;
  const alive = catalogue.communeBySlug(province.slug, slug);
  if (alive !== undefined) return communePath(language, province.slug, alive.slug);
  const [only, ...others] = catalogue.formerCommune(province.slug, slug);
  if (only === undefined) return undefined;
  if (others.length === 0) return communePath(language, province.slug, only.slug);
  return `${provincesPath(language)}?${new URLSearchParams({ [PARAMETERS[language].name]: slug.replaceAll('-', ' ') }).toString()}`;
}
