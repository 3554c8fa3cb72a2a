import { resolveName, type PlaceMeaning } from '../../domain/resolve-name.ts';
import { spellingKeys } from '../../domain/fold.ts';
import type { UnitKind } from '../../domain/place-name.ts';
import type { PlaceIndex } from '../../domain/place-index.ts';
import { syllablesIn } from '../syllables.ts';
import { bareNameOf, levelOf, unitKindOf } from './place-sides.ts';
import { unitWordAt } from './unit-words.ts';
import { isFree, type Reading } from './reading.ts';
import { mayBe, type Token } from './tokens.ts';

/** Tokens that name a place, with all that the name can mean; the widest first. */
export interface PlaceSpan {
  from: number;
  to: number;
  /** The kind of unit stood before the name. */
  announced: boolean;
  meanings: readonly PlaceMeaning[];
  /** Folded, without the kind of unit. */
  name: string;
}

const LONGEST_NAME = 5;

/** The names that cover most of the text without overlapping: "cẩm mỹ hà tĩnh" is not "mỹ hà". */
export function placeSpans(reading: Reading): PlaceSpan[] {
  const { tokens } = reading;
  const best: { weight: number; spans: readonly PlaceSpan[] }[] = [{ weight: 0, spans: [] }];
  for (let to = 1; to <= tokens.length; to += 1) {
    let here = best[to - 1] as (typeof best)[number];
    for (let from = Math.max(0, to - LONGEST_NAME - 2); from < to; from += 1) {
      const span = spanAt(reading, from, to);
      if (span === undefined) continue;
      const before = best[from] as (typeof best)[number];
      const weight = before.weight + weightOf(span);
      if (weight > here.weight) here = { weight, spans: [...before.spans, span] };
    }
    best.push(here);
  }
  return [...(best.at(-1)?.spans ?? [])];
}

/** Long names before short ones, wide places before narrow ones, names with their kind of unit before bare ones. */
function weightOf({ from, to, announced, meanings }: PlaceSpan): number {
  const widest = { province: 4, 'former-province': 4, 'former-district': 2, commune: 1, 'former-commune': 0 }[meanings[0]?.kind ?? 'former-commune'];
  return (to - from) * 10 + widest + (announced ? 8 : 0);
}

function spanAt(reading: Reading, from: number, to: number): PlaceSpan | undefined {
  const { tokens, vocabulary } = reading;
  if (!isFree(reading, from, to)) return undefined;
  const unit = unitWordAt(tokens, from);
  if (unit !== undefined && unit.to < to) {
    const name = tokens.slice(unit.to, to);
    const found = meaningsOf(vocabulary.places, name).filter((meaning) => isOfKind(meaning, unit.kinds));
    if (found.length > 0 && (name.length > 1 || isSureOfOne(name[0] as Token))) return { from, to, announced: true, meanings: found, name: foldedName(name) };
  }
  const name = tokens.slice(from, to);
  if (name.length > LONGEST_NAME) return undefined;
  const found = meaningsOf(vocabulary.places, name).filter((meaning) => name.length > 1 || levelOf(meaning) === 'province');
  return found.length === 0 ? undefined : { from, to, announced: Object.hasOwn(CALLED, foldedName(name)), meanings: found, name: foldedName(name) };
}

/** One syllable after a word for the kind of unit: "xa den" names no xã Đèn, "xã Đèn" and "quận 1" do. */
function isSureOfOne(token: Token): boolean {
  return token.hasMarks || /^\d+$/.test(token.folded);
}

/** What people write for a place that no list calls so. */
const CALLED: Readonly<Record<string, string>> = { hcm: 'Hồ Chí Minh', tphcm: 'Hồ Chí Minh', 'tp hcm': 'Hồ Chí Minh', 'sai gon': 'Hồ Chí Minh', saigon: 'Hồ Chí Minh' };

function meaningsOf(places: PlaceIndex, name: readonly Token[]): readonly PlaceMeaning[] {
  const called = Object.hasOwn(CALLED, foldedName(name)) ? CALLED[foldedName(name)] : undefined;
  if (called !== undefined) return resolveName(places, called).filter((meaning) => levelOf(meaning) === 'province');
  const key = spellingKeys(name.map(({ folded }) => folded).join(' ')).folded;
  const lookups = [places.provinces, places.formerProvinces, places.formerDistricts, places.communes, places.formerCommunes];
  if (name.length === 0 || !lookups.some(({ byFolded }) => byFolded.has(key))) return [];
  const exact = resolveName(places, name.map(({ marked }) => marked).join(' '));
  const all = name.some(({ hasMarks }) => hasMarks) && !name.every(({ hasMarks }) => hasMarks) ? resolveName(places, name.map(({ folded }) => folded).join(' ')) : [];
  return [...new Set([...exact, ...all])].filter((meaning) => fits(name, bareNameOf(meaning)));
}

/** Marks that were typed must be those of the name; syllables typed without marks fit any. */
function fits(name: readonly Token[], bare: string): boolean {
  const syllables = syllablesIn(bare);
  return syllables.length !== name.length || name.every((token, place) => mayBe(token, syllables[place] as string));
}

function isOfKind(meaning: PlaceMeaning, kinds: readonly UnitKind[]): boolean {
  return kinds.includes(unitKindOf(meaning));
}

function foldedName(name: readonly Token[]): string {
  return name.map(({ folded }) => folded).join(' ');
}
