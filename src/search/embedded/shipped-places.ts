import { slugify } from '../../domain/fold.ts';
import type { GeoPoint, Province } from '../../domain/place.ts';
import type { CommuneEntry, DistrictEntry, FormerCommuneEntry, PlaceIndex } from '../../domain/place-index.ts';
import { communeLabel, provinceLabel } from '../../domain/place-label.ts';
import { splitOfficialName } from '../../domain/place-name.ts';
import type { SearchDocument } from '../search-document.ts';

/** The place index of a shipped search, with the numbers by which its documents name places. */
export interface ShippedPlaces {
  index: PlaceIndex;
  communes: readonly ShippedCommune[];
  provinces: readonly Province[];
  /** Names as documents hold them, with their kind of unit and without. */
  texts: readonly string[];
  /** Units until 30/06/2025 as in `SearchDocument.districts`. */
  units: readonly string[];
}

export interface ShippedCommune extends CommuneEntry {
  /** Absent where nothing lies in it. */
  point?: GeoPoint;
}

export type DocumentPlace = Pick<SearchDocument, 'places' | 'provinces' | 'communes' | 'districts' | 'point'>;

/** Without places: every document then brings its own texts. */
export const NO_PLACES: Omit<ShippedPlaces, 'index'> = { communes: [], provinces: [], texts: [], units: [] };

export function placeTexts(provinces: readonly Province[], formerProvinces: readonly string[], districts: readonly DistrictEntry[], communes: readonly CommuneEntry[], former: readonly FormerCommuneEntry[]): Pick<ShippedPlaces, 'texts' | 'units'> {
  const provinceNames = [...new Set([...provinces.map(({ name }) => name), ...formerProvinces])];
  const labels = [...districts.map(({ label }) => label), ...communes.map(({ commune }) => communeLabel(commune, 'vi')), ...former.map(({ label }) => label)];
  return {
    texts: [...new Set([...provinceNames, ...labels.map((label) => splitOfficialName(label).bare), ...labels])],
    units: [...new Set([...districts.flatMap(({ label, formerProvince }) => [slugify(formerProvince.name), `${slugify(formerProvince.name)}/${slugify(label)}`]), ...provinceNames.map(slugify)])],
  };
}

/** What follows from the communes, or from the provinces where no commune is known; `names` are the texts between. */
export function documentPlace(communes: readonly ShippedCommune[], provinces: readonly Province[], names: readonly string[], districts: readonly string[]): DocumentPlace {
  const within = communes.length === 0 ? provinces : [...new Set(communes.map(({ province }) => province))];
  const point = communes.length === 1 ? communes[0]?.point : undefined;
  return {
    places: [...new Set([...communes.map(({ commune }) => communeLabel(commune, 'vi')), ...names, ...within.map((province) => provinceLabel(province, 'vi'))])],
    provinces: within.map(({ slug }) => slug),
    communes: communes.map(({ commune, province }) => `${province.slug}/${commune.slug}`),
    districts: [...districts],
    ...(point !== undefined && { point }),
  };
}
