import type { PlaceMeaning } from '../../domain/resolve-name.ts';
import type { SearchFilters } from '../search-filters.ts';
import type { Meaning, PlaceQuestion } from '../understood.ts';
import { communesOf, filterOf, keyOf, levelOf, placeLabel } from './place-sides.ts';
import { placeSpans, type PlaceSpan } from './place-words.ts';
import { claim, type Reading } from './reading.ts';
import { unitWordAt } from './unit-words.ts';

/**
 * A name after its kind of unit narrows; a bare one puts what lies there first and keeps its words. Names around it decide
 * between namesakes. What still fits places in several provinces becomes a question, and nothing is narrowed by it.
 */
export function readPlaces(reading: Reading): void {
  const spans = withinOneAnother(placeSpans(reading));
  const covered = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  const namesProducer = reading.found.some(({ meaning }) => meaning?.kind === 'producer-kind');
  const isWholeText = !namesProducer && covered === reading.tokens.length - reading.claims.filter((claimed) => claimed !== undefined && !claimed.keepsWords).length;
  for (const span of spans) readSpan(reading, span, isWholeText);
}

/** Keeps of each name what lies within the wider places that the text names as well. */
function withinOneAnother(spans: readonly PlaceSpan[]): PlaceSpan[] {
  return spans.map((span) => {
    const others = spans.filter((other) => other !== span);
    const fitting = span.meanings.filter((meaning) => others.every((other) => other.meanings.some((wider) => isWithin(meaning, wider) || isWithin(wider, meaning))));
    return fitting.length === 0 ? span : { ...span, meanings: fitting };
  });
}

function isWithin(meaning: PlaceMeaning, wider: PlaceMeaning): boolean {
  if (meaning.province !== wider.province) return false;
  if (wider.kind === 'former-province') return !('formerProvince' in meaning) || meaning.formerProvince === wider.name;
  if (wider.kind === 'former-district') return meaning.kind === 'former-commune' ? meaning.district === wider.label : levelOf(meaning) === 'district' ? meaning === wider : true;
  return wider.kind === 'province';
}

function readSpan(reading: Reading, span: PlaceSpan, isWholeText: boolean): void {
  const { from, to, announced, name } = span;
  const [meanings, isSure] = candidates(span, isWholeText);
  if (meanings.length === 0) return;
  if (!isSure) {
    const question = questionOf(reading.text.slice(reading.tokens[from]?.start, reading.tokens[to - 1]?.end), meanings);
    const choice = question.choices.find(({ key }) => key === reading.options.chosen);
    if (choice !== undefined) {
      claim(reading, { from, to, keepsWords: false, meaning: { kind: 'place', key: choice.key, label: choice.label, filter: choice.filter, spellings: [name] } });
    } else {
      reading.question ??= question;
      const unit = announced ? unitWordAt(reading.tokens, from) : undefined;
      if (unit !== undefined) claim(reading, { from, to: unit.to, keepsWords: false });
    }
    return;
  }
  const filter = together(meanings);
  const label = placeLabel(meanings[0] as PlaceMeaning);
  const meaning: Omit<Meaning, 'typed'> = { kind: 'place', key: keyOf(meanings[0] as PlaceMeaning), label, spellings: [name] };
  claim(reading, announced ? { from, to, keepsWords: false, meaning: { ...meaning, filter } } : { from, to, keepsWords: true, meaning: { ...meaning, prefers: filter } });
}

/**
 * What a name is taken for, and whether that is sure: all its meanings lie in one province, or the widest of them is one
 * province or, named in passing, one district.
 */
function candidates({ meanings, announced }: PlaceSpan, isWholeText: boolean): [PlaceMeaning[], boolean] {
  const known = meanings.filter((meaning) => filterOf(meaning) !== undefined);
  const provinces = known.filter((meaning) => levelOf(meaning) === 'province');
  if (provinces.length > 0) return [provinces.slice(0, 1), true];
  const districts = known.filter((meaning) => levelOf(meaning) === 'district');
  const isOneProvince = new Set(known.map(({ province }) => province)).size === 1;
  if (isOneProvince) return [districts.length === 1 ? districts : known, true];
  if (announced || isWholeText) return [known, false];
  return districts.length === 1 ? [districts, true] : [[], true];
}

/** Places in one province: districts, or all communes together. */
function together(meanings: readonly PlaceMeaning[]): SearchFilters {
  const first = filterOf(meanings[0] as PlaceMeaning) as SearchFilters;
  if (first.communes === undefined) return { ...first, ...(first.districts !== undefined && { districts: [...new Set(meanings.flatMap((meaning) => filterOf(meaning)?.districts ?? []))] }) };
  return { communes: [...new Set(meanings.flatMap((meaning) => communesOf(meaning).map(({ slug }) => `${meaning.province.slug}/${slug}`)))] };
}

function questionOf(typed: string, meanings: readonly PlaceMeaning[]): PlaceQuestion {
  const choices = new Map(meanings.map((meaning) => [keyOf(meaning), { key: keyOf(meaning), label: placeLabel(meaning), filter: filterOf(meaning) as SearchFilters }]));
  return { typed, choices: [...choices.values()].slice(0, MOST_CHOICES) };
}

/** More are no question that anybody answers. */
const MOST_CHOICES = 8;
