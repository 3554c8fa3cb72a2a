import type { ResolvedPlace } from '../../domain/place.ts';
import { communeLabel } from '../../domain/place-label.ts';
import { type Check, warningAt } from './check.ts';
import { placesIn } from './places-in.ts';

export const placeAmbiguous: Check = {
  id: 'place-ambiguous',
  reach: 'record',
  description: 'A place that fits several of today, for another reason than a split, is pointed out with all of them.',
  run(register) {
    return placesIn(register).flatMap(({ file, field, place, resolved }) => {
      const candidates = candidatesOf(resolved);
      if (candidates.length === 0) return [];
      const name = Object.values(place).filter(Boolean).join(', ');
      return [
        warningAt(file, field, {
          en: `"${name}" may be ${candidates.join(', ')}: add district or province if the source gives it; until then all are shown`,
          vi: `"${name}" có thể là ${candidates.join(', ')}: hãy thêm huyện hoặc tỉnh nếu nguồn có ghi; nếu không, trang web nêu tất cả`,
        }),
      ];
    });
  },
};

/** Names of what an ambiguous place can be, with codes: namesakes differ in nothing else that is short. */
function candidatesOf(resolved: ResolvedPlace): string[] {
  if (resolved.kind === 'provinces') return resolved.provinces.map(({ name }) => name);
  if (resolved.kind !== 'communes' || resolved.why !== 'ambiguous') return [];
  return resolved.communes.map((commune) => `${communeLabel(commune, 'vi')} (${commune.code})`);
}
