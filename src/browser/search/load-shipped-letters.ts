import { dayInVietnam } from '../../domain/calendar-day.ts';
import { staticLettersPath, type Language } from '../../paths.ts';
import { suggestionsOfLetters, type ShippedLetters } from '../../results/shipped-letters.ts';
import type { Suggestions } from '../../results/suggestions.ts';
import type { FirstLetters } from './first-letters.ts';

/** Learns from a file of a plain host what is suggested for first letters, and resolves with that for the likeliest. */
export async function loadShippedLetters(letters: FirstLetters<Suggestions>, language: Language, most: number): Promise<Suggestions> {
  const answer = await fetch(staticLettersPath(language, 'list'));
  if (!answer.ok) throw new Error(`first letters answered ${answer.status}`);
  const said = suggestionsOfLetters((await answer.json()) as ShippedLetters, { language, most, today: dayInVietnam(Date.now()) });
  for (const [letter, suggestions] of said) letters.keep(letter, suggestions);
  const [likeliest] = said;
  if (likeliest === undefined) throw new Error('first letters are none');
  return likeliest[1];
}
