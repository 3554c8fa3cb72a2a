import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, type IsoDate } from '../../src/domain/calendar-day.ts';
import { LANGUAGES, staticLettersPath, type Language } from '../../src/paths.ts';
import { inParts } from '../../src/results/later-parts.ts';
import type { Shipped } from '../../src/results/shipped.ts';
import { answerResults, answerSuggestions } from '../../src/results/shipped-answers.ts';
import { suggestionsOfLetters, type ShippedLetters } from '../../src/results/shipped-letters.ts';
import { FIRST_LETTERS } from '../../src/search/first-letters.ts';
import { DAY, openRealRegister } from '../search/real-register.ts';
import { shipRealRegister } from '../search/shipped-register.ts';

let files: ReadonlyMap<string, string>;
let [head, whole]: (Shipped | undefined)[] = [];
const json = <T>(path: string): T => JSON.parse(files.get(path) as string) as T;

beforeAll(async () => {
  const shipped = await shipRealRegister();
  files = shipped.files;
  [head, whole] = [await shipped.head(), await shipped.whole()];
});

describe.each(LANGUAGES)('in %s', (language: Language) => {
  test.each([8, 10])('a list of %i says of a letter what is found once everything was loaded', (most) => {
    const said = suggestionsOfLetters(json<ShippedLetters>(staticLettersPath(language, 'list')), { language, most, today: DAY });
    expect(said.map(([letter]) => letter)).toEqual(FIRST_LETTERS);
    for (const [letter, suggestions] of said) expect(suggestions, letter).toEqual(answerSuggestions(whole as Shipped, { text: letter, most, language }, DAY));
  });

  test('stars are those of the day of viewing, however old the export is', () => {
    const letters = json<ShippedLetters>(staticLettersPath(language, 'list'));
    const shown = (today: IsoDate): Map<string, string | undefined> =>
      new Map(suggestionsOfLetters(letters, { language, most: 10, today }).flatMap(([, { groups }]) => groups.flatMap(({ items }) => items.map(({ href, standing }) => [href, standing]))));
    const later = addDays(DAY, 500);
    // Of each product by its own name, on the later day.
    const searched = new Map((whole as Shipped).search.engine.documents.map((document) => [document.id, document]));
    let changed = 0;
    for (const [href, standing] of shown(later)) {
      const document = searched.get(href.split('/').at(-2) as string);
      if (standing === undefined || document === undefined) continue;
      const { groups } = answerSuggestions(whole as Shipped, { text: language === 'vi' ? document.name : document.nameEn, most: 10, language }, later);
      expect(standing, href).toBe(groups.flatMap(({ items }) => items).find((item) => item.href === href)?.standing);
      if (standing !== shown(DAY).get(href)) changed += 1;
    }
    expect(changed).toBeGreaterThan(10);
  });

  test('the page of results says of a letter what the head of the register comes to', () => {
    const { letters } = json<{ letters: Record<string, string> }>(staticLettersPath(language, 'results'));
    expect(Object.keys(letters)).toHaveLength(FIRST_LETTERS.length);
    for (const [query, html] of Object.entries(letters)) expect(html, query).toBe(inParts(answerResults(head as Shipped, { query, language }, DAY, 'loading')).first);
  });
});

test('no alcohol is offered, and every text is there', () => {
  const all = LANGUAGES.flatMap((language) => [staticLettersPath(language, 'list'), staticLettersPath(language, 'results')]).map((path) => files.get(path) as string);
  const { catalogue } = openRealRegister(true);
  const alcohol = catalogue.products.filter(({ alcohol }) => alcohol);
  expect(alcohol.length).toBeGreaterThan(0);
  for (const text of all) for (const { id } of alcohol) expect(text).not.toContain(`/${id}/`);
  const said = LANGUAGES.flatMap((language) => suggestionsOfLetters(json<ShippedLetters>(staticLettersPath(language, 'list')), { language, most: 10, today: DAY }));
  expect(JSON.stringify(said.map(([, suggestions]) => suggestions))).not.toMatch(/"(?:search|status|stars|sample)\.[a-zA-Z.]+"/);
});
