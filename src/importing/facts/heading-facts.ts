import type { ActKind, PlaceAsSigned } from '../../domain/decision.ts';
import type { StarLevel } from '../../domain/star-level.ts';
import { actInTitle, readAct } from './read-act.ts';
import { readPlaceCell } from './read-address.ts';
import { readGroup } from './read-group.ts';
import { readStars } from './read-stars.ts';

/** What headings inside a table say of the rows under them. */
export interface HeadingFacts {
  place: PlaceAsSigned;
  stars?: StarLevel | undefined;
  act?: ActKind | undefined;
  group?: string | undefined;
}

const PLACE: readonly (readonly [keyof PlaceAsSigned, RegExp])[] = [
  ['province', /^(?:tỉnh)\s+(.+)$/iu],
  ['district', /^((?:huyện|thị xã|thành phố|tp\.?|quận)\s+.+)$/iu],
  ['commune', /^((?:xã|phường|thị trấn|đặc khu)\s+.+)$/iu],
];

export function headingFacts(headings: readonly string[], groups: readonly { id: string; name: { vi: string } }[]): HeadingFacts {
  const facts: HeadingFacts = { place: {} };
  for (const heading of headings) {
    const text = heading.replace(/\s*[(:]\s*(?:\d+|gồm).*$/iu, '').trim();
    for (const [level, pattern] of PLACE) {
      const name = pattern.exec(text)?.[1];
      if (name !== undefined) facts.place = { ...facts.place, [level]: readPlaceCell(name, level) };
    }
    const stars = readStars(text);
    if (stars.kind === 'stars') facts.stars = stars.stars;
    facts.act = readAct(text) ?? actInTitle(text) ?? facts.act;
    facts.group = readGroup(text, groups) ?? facts.group;
  }
  return facts;
}
