import type { Problem } from '../../domain/problem.ts';
import { type Check, errorAt, type Words } from './check.ts';
import { placesIn } from './places-in.ts';

export const placeNotFound: Check = {
  id: 'place-not-found',
  reach: 'record',
  description: 'A place that a record names is one that the lists of places know, today or formerly.',
  run(register) {
    return placesIn(register).flatMap(({ file, field, place, resolved }): Problem[] => {
      if (resolved.kind === 'nothing') {
        return [errorAt(file, field, wordsFor(Object.values(place).filter(Boolean).join(', ')))];
      }
      if (resolved.kind !== 'province') return [];
      const inside = resolved.province.name;
      const { unresolvedDistrict, unresolvedCommune } = resolved;
      return [
        ...(unresolvedDistrict === undefined ? [] : [errorAt(file, `${field}.district`, wordsFor(unresolvedDistrict, inside))]),
        ...(unresolvedCommune === undefined ? [] : [errorAt(file, `${field}.commune`, wordsFor(unresolvedCommune, inside))]),
      ];
    });
  },
};

function wordsFor(name: string, province?: string): Words {
  return {
    en: `"${name}" is not a place${province === undefined ? '' : ` in ${province}`} that content/places/ knows: compare the spelling with the source, or leave the name out`,
    vi: `"${name}" không có trong danh mục địa danh${province === undefined ? '' : ` của ${province}`} (content/places/): hãy đối chiếu chính tả với nguồn, hoặc bỏ trống`,
  };
}
