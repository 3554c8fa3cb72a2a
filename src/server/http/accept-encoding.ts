import type { Compression } from '../../publish/file-store.ts';

export type Encoding = Compression | 'identity';

const REMEMBERED = 512;
const remembered = new Map<string, Encoding>();

/** The best encoding that a client accepts: br, then gzip, else the plain body, which is always sent when nothing fits. */
export function chooseEncoding(header: string | undefined): Encoding {
  if (header === undefined) return 'identity';
  let choice = remembered.get(header);
  if (choice === undefined) {
    choice = parse(header);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(header, choice);
  }
  return choice;
}

function parse(header: string): Encoding {
  const quality = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    quality.set(name, q === undefined ? 1 : Number(q.slice(2)) || 0);
  }
  const accepted = (name: string): number => quality.get(name) ?? quality.get('*') ?? 0;
  const br = accepted('br');
  const gzip = Math.max(accepted('gzip'), quality.get('x-gzip') ?? 0);
  if (br > 0 && br >= gzip) return 'br';
  return gzip > 0 ? 'gzip' : 'identity';
}
