import { readGroups } from './query/group-words.ts';
import { readAlcohol, readNear, readNothing } from './query/passing-words.ts';
import { readPlaces } from './query/read-places.ts';
import { narrowProducerKinds, readProducerKinds } from './query/producer-words.ts';
import { readQuantities } from './query/quantity-words.ts';
import type { Reading } from './query/reading.ts';
import { readStars } from './query/star-words.ts';
import { readStatus } from './query/status-words.ts';
import { readTyping } from './query/read-typing.ts';
import { tokensOf } from './query/tokens.ts';
import { wordsToLookFor, type WordsLeft } from './query/words-left.ts';
import type { Meaning, Understood, UnderstandOptions } from './understood.ts';
import type { Vocabulary } from './vocabulary.ts';

const MOST_LETTERS = 200;
/** Beyond these no text gets clearer. */
const MOST_TOKENS = 30;

/** What somebody may have meant by `text`. Never throws, whatever the text. */
export function understand(text: string, vocabulary: Vocabulary, options: UnderstandOptions = {}): Understood {
  const composed = text.normalize('NFC').trimStart();
  const typed = composed.trimEnd().slice(0, MOST_LETTERS).trimEnd();
  const isOpen = composed.length === typed.length && /[\p{L}\p{M}\p{N}]$/u.test(typed);
  const tokens = readTyping(tokensOf(typed).slice(0, MOST_TOKENS), vocabulary.words, isOpen);
  const reading: Reading = { text: typed, tokens, vocabulary, options, claims: tokens.map(() => undefined), found: [] };
  for (const read of [readStars, readStatus, readNear, readQuantities, readNothing, readProducerKinds, readPlaces, readGroups, narrowProducerKinds, readAlcohol]) read(reading);
  const left = wordsToLookFor(reading, isOpen);
  const readAs = readText(reading, left.read);
  return {
    text: typed,
    words: left.words,
    hasMarks: tokens.some(({ hasMarks }) => hasMarks),
    meanings: meaningsOf(reading),
    ...(reading.question !== undefined && { question: reading.question }),
    ...(readAs !== undefined && { readAs }),
  };
}

/** In the order of the text, each once. */
function meaningsOf({ found, text, tokens }: Reading): Meaning[] {
  const meanings = new Map<string, Meaning>();
  for (const { meaning, from, to } of [...found].sort((a, b) => a.from - b.from)) {
    if (meaning !== undefined && !meanings.has(meaning.key)) meanings.set(meaning.key, { ...meaning, typed: text.slice(tokens[from]?.start, tokens[to - 1]?.end) });
  }
  return [...meanings.values()];
}

/** The text with its left-overs decoded and its English in Vietnamese; undefined where nothing was read otherwise. */
function readText({ text, tokens }: Reading, read: WordsLeft['read']): string | undefined {
  if (read.size === 0 && !tokens.some(({ decoded }) => decoded)) return undefined;
  let result = '';
  for (let place = 0; place < tokens.length; ) {
    const token = tokens[place] as (typeof tokens)[number];
    const translated = read.get(place);
    result += token.before + (translated?.as ?? (token.decoded ? token.marked : text.slice(token.start, token.end)));
    place = translated?.to ?? place + 1;
  }
  return result.trim();
}
