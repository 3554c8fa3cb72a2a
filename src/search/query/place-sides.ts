import { slugify } from '../../domain/fold.ts';
import type { Commune, Province } from '../../domain/place.ts';
import { communeLabel, provinceLabel } from '../../domain/place-label.ts';
import { splitOfficialName, type UnitKind } from '../../domain/place-name.ts';
import type { PlaceMeaning } from '../../domain/resolve-name.ts';
import type { SearchFilters } from '../search-filters.ts';

/** What the query layer needs to know of one meaning of a place name. */

export function levelOf({ kind }: PlaceMeaning): 'province' | 'district' | 'commune' {
  if (kind === 'province' || kind === 'former-province') return 'province';
  return kind === 'former-district' ? 'district' : 'commune';
}

/** Without the word for its kind. */
export function bareNameOf(meaning: PlaceMeaning): string {
  switch (meaning.kind) {
    case 'province':
      return meaning.province.name;
    case 'former-province':
      return meaning.name;
    case 'commune':
      return meaning.commune.name;
    default:
      return splitOfficialName(meaning.label).bare;
  }
}

export function unitKindOf(meaning: PlaceMeaning): UnitKind {
  switch (meaning.kind) {
    case 'province':
      return meaning.province.unitKind;
    case 'former-province':
      return CITIES_BEFORE.has(meaning.name) ? 'thanh_pho' : 'tinh';
    case 'commune':
      return meaning.commune.unitKind;
    default:
      return splitOfficialName(meaning.label).unitKind ?? 'xa';
  }
}

/** Provinces until 30/06/2025 that were cities; the others were tỉnh. */
const CITIES_BEFORE = new Set(['Hà Nội', 'Hải Phòng', 'Đà Nẵng', 'Hồ Chí Minh', 'Cần Thơ', 'Huế']);

/** Undefined for a commune whose successor was never determined: nothing can be narrowed to it. */
export function filterOf(meaning: PlaceMeaning): SearchFilters | undefined {
  const { province } = meaning;
  switch (meaning.kind) {
    case 'province':
      return { provinces: [province.slug] };
    case 'former-province':
      return province.formerProvinces.length === 1 ? { provinces: [province.slug] } : { districts: [slugify(meaning.name)] };
    case 'former-district':
      return { districts: [`${slugify(meaning.formerProvince)}/${slugify(meaning.label)}`] };
    default:
      return communesOf(meaning).length === 0 ? undefined : { communes: communesOf(meaning).map((commune) => `${province.slug}/${commune.slug}`) };
  }
}

export function keyOf(meaning: PlaceMeaning): string {
  const filter = filterOf(meaning);
  return `place:${(filter?.provinces ?? filter?.districts ?? filter?.communes ?? [meaning.province.slug]).join('+')}`;
}

/** "Xã Cẩm Mỹ (cũ), nay xã Cẩm Duệ, Hà Tĩnh"; "Hà Tĩnh". */
export function placeLabel(meaning: PlaceMeaning): { vi: string; en: string } {
  const { province } = meaning;
  switch (meaning.kind) {
    case 'province':
      return { vi: provinceLabel(province, 'vi'), en: provinceLabel(province, 'en') };
    case 'former-province':
      return { vi: `${meaning.name} (cũ), nay ${inSentence(provinceLabel(province, 'vi'))}`, en: `${meaning.name} (former), now ${provinceLabel(province, 'en')}` };
    case 'former-district':
      return meaning.formerProvince === province.name
        ? { vi: `${meaning.label} (cũ), ${province.name}`, en: `${meaning.label} (former), ${province.nameEn}` }
        : { vi: `${meaning.label} (cũ), ${meaning.formerProvince}, nay ${inSentence(provinceLabel(province, 'vi'))}`, en: `${meaning.label} (former), ${meaning.formerProvince}, now ${provinceLabel(province, 'en')}` };
    case 'commune':
      return { vi: `${communeLabel(meaning.commune, 'vi')}, ${province.name}`, en: `${communeLabel(meaning.commune, 'en')}, ${province.nameEn}` };
    case 'former-commune':
      return {
        vi: `${meaning.label} (cũ)${nowIn(meaning.communes, 'vi')}, ${province.name}`,
        en: `${meaning.label} (former)${nowIn(meaning.communes, 'en')}, ${province.nameEn}`,
      };
  }
}

export function communesOf(meaning: PlaceMeaning): readonly Commune[] {
  if (meaning.kind === 'commune') return [meaning.commune];
  return meaning.kind === 'former-commune' ? meaning.communes : [];
}

export function provinceOf({ province }: PlaceMeaning): Province {
  return province;
}

function nowIn(communes: readonly Commune[], language: 'vi' | 'en'): string {
  if (communes.length === 0) return '';
  const names = communes.map((commune) => (language === 'vi' ? inSentence(communeLabel(commune, 'vi')) : communeLabel(commune, 'en')));
  return language === 'vi' ? `, nay ${names.join(' hoặc ')}` : `, now ${names.join(' or ')}`;
}

function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
