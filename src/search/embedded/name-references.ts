/** First of the private characters that stand for a run of words of the name: `first + 8 * place + length - 1`. */
const FIRST = 0xe000;
const LONGEST = 8;
const LAST_PLACE = 100;

/**
 * An English name keeps the proper name: "Phú Sáng fish sauce" of "Nước mắm Phú Sáng". Such runs of whole words become one
 * character each, so that thousands of names end alike. {@link withName} is the inverse.
 */
export function withoutName(text: string, name: string): string {
  const words = name.split(' ');
  const out: string[] = [];
  const parts = text.split(' ');
  for (let at = 0; at < parts.length; ) {
    const run = longestRun(parts, at, words);
    if (run === undefined) {
      out.push(parts[at] as string);
      at += 1;
    } else {
      out.push(String.fromCharCode(FIRST + run.place * LONGEST + run.length - 1));
      at += run.length;
    }
  }
  return out.join(' ');
}

export function withName(text: string, name: string): string {
  const words = name.split(' ');
  return text.split(' ').map((part) => {
    const code = part.charCodeAt(0) - FIRST;
    if (part.length !== 1 || code < 0 || code >= LONGEST * LAST_PLACE) return part;
    const place = Math.floor(code / LONGEST);
    return words.slice(place, place + (code % LONGEST) + 1).join(' ');
  }).join(' ');
}

function longestRun(parts: readonly string[], at: number, words: readonly string[]): { place: number; length: number } | undefined {
  let best: { place: number; length: number } | undefined;
  for (let place = 0; place < Math.min(words.length, LAST_PLACE); place += 1) {
    let length = 0;
    while (length < LONGEST && at + length < parts.length && parts[at + length] === words[place + length] && parts[at + length] !== '') length += 1;
    if (length > (best?.length ?? 0)) best = { place, length };
  }
  return best;
}
