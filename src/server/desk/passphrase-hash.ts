export interface PassphraseHash {
  memoryKiB: number;
  passes: number;
  salt: Buffer;
  /** 32 bytes. */
  hash: Buffer;
}

const FORM = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=1\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/;

/** The PHC string format, as every other argon2 program reads it. */
export function formatHash({ memoryKiB, passes, salt, hash }: PassphraseHash): string {
  const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${memoryKiB},t=${passes},p=1$${base64(salt)}$${base64(hash)}`;
}

/** Undefined for anything that {@link formatHash} does not write. */
export function parseHash(text: string): PassphraseHash | undefined {
  const [, memory, passes, salt, hash] = FORM.exec(text) ?? [];
  if (memory === undefined || passes === undefined || salt === undefined || hash === undefined) return undefined;
  const [memoryKiB, passCount] = [Number(memory), Number(passes)];
  if (memoryKiB < 8 || passCount < 1) return undefined;
  return { memoryKiB, passes: passCount, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') };
}
