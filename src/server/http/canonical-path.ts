/**
 * The one spelling of a path that the manifest knows: percent-encoded as encodeURIComponent does, NFC,
 * no empty segments; an encoded slash stays part of its segment. Undefined for what can be no address here:
 * broken escapes, control characters, backslashes, dot segments.
 */
export function canonicalPath(path: string): string | undefined {
  if (!path.startsWith('/')) return undefined;
  let decoded: string[];
  try {
    decoded = path.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
  const segments = decoded.filter((segment) => segment !== '').map((segment) => segment.normalize('NFC'));
  if (segments.some((segment) => !segment.isWellFormed() || isForbidden(segment))) return undefined;
  const closing = segments.length > 0 && decoded.at(-1) === '' ? '/' : '';
  return `/${segments.map(encodeURIComponent).join('/')}${closing}`;
}

function isForbidden(segment: string): boolean {
  return segment.split('/').some((part) => part === '.' || part === '..') || /[\\\u0000-\u001f\u007f]/.test(segment);
}
