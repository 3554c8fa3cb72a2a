/** What a URI carries bare; everything else is percent-encoded (RFC 3986, section 2.3). */
const RESERVED_OR_OTHER = /[^A-Za-z0-9\-._~]/g;
const MALFORMED = /%(?![0-9A-Fa-f]{2})/;

/**
 * Undoes the percent-encoding of one path segment, once: `%252F` is the text `%2F`. Each escape gives the character of
 * that byte and bytes are never joined as UTF-8, so an overlong `%C0%AF` cannot become a slash.
 * Undefined for a `%` without two hexadecimal digits.
 */
export function decodePathValue(text: string): string | undefined {
  if (MALFORMED.test(text)) return undefined;
  return text.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The same for a value in the query, where a bare `+` is a space. */
export function decodeQueryValue(text: string): string | undefined {
  return decodePathValue(text.replaceAll('+', ' '));
}

/** Free text in the query, in UTF-8; undefined when an escape or the UTF-8 is malformed. */
export function decodeQueryText(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/** Percent-encodes an ASCII value for the path or the query; hexadecimal digits in upper case. */
export function encodeValue(value: string): string {
  return value.replace(
    RESERVED_OR_OTHER,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
