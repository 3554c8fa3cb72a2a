import type { Commune, Province, ResolvedPlace } from '../../domain/place.ts';

interface PlaceName {
  code: string;
  name: string;
}

/** A place as open data: what is known, every candidate when it is not one, nothing guessed. */
export interface PlaceFields {
  kind: ResolvedPlace['kind'];
  /** Only when the commune is known for certain. */
  commune?: PlaceName;
  /** Only when the province is known for certain. */
  province?: PlaceName;
  /** All communes or provinces that it may be. */
  candidates?: readonly (PlaceName & { province?: string })[];
  why?: 'split' | 'ambiguous';
}

export function placeFields(place: ResolvedPlace): PlaceFields {
  switch (place.kind) {
    case 'commune':
      return { kind: place.kind, commune: named(place.commune), province: named(place.province) };
    case 'communes':
      return {
        kind: place.kind,
        province: place.province && named(place.province),
        candidates: place.communes.map((commune) => ({ ...named(commune), province: commune.provinceCode })),
        why: place.why,
      };
    case 'province':
      return { kind: place.kind, province: named(place.province) };
    case 'provinces':
      return { kind: place.kind, candidates: place.provinces.map(named), why: place.why };
    case 'nothing':
      return { kind: place.kind };
  }
}

function named({ code, name }: Commune | Province): PlaceName {
  return { code, name };
}
