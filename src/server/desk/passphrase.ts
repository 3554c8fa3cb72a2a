import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { formatHash, parseHash, type PassphraseHash } from './passphrase-hash.ts';

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. Tests take less. */
export interface HashCost {
  memoryKiB: number;
  passes: number;
}

export const COST: HashCost = { memoryKiB: 19_456, passes: 2 };
export const SHORTEST_PASSPHRASE = 12;
const LONGEST_PASSPHRASE = 200;
const HASH_BYTES = 32;

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2);

/** What is wrong with a passphrase that somebody wants to set; undefined when it will do. */
export function passphraseFault(passphrase: string): string | undefined {
  const length = [...normalized(passphrase)].length;
  if (length < SHORTEST_PASSPHRASE) return `the passphrase has ${length} characters; take at least ${SHORTEST_PASSPHRASE}, four words for instance`;
  if (length > LONGEST_PASSPHRASE) return `the passphrase has ${length} characters; take at most ${LONGEST_PASSPHRASE}`;
  if (new Set(normalized(passphrase)).size < 5) return 'the passphrase repeats fewer than five different characters';
  return undefined;
}

export async function hashPassphrase(passphrase: string, cost: HashCost = COST): Promise<string> {
  const salt = randomBytes(16);
  return formatHash({ ...cost, salt, hash: await derived(passphrase, { ...cost, salt }) });
}

/** Takes as long for an unknown user, whose `stored` is undefined, as for a known one. */
export async function verifyPassphrase(passphrase: string, stored: string | undefined, cost: HashCost = COST): Promise<boolean> {
  const expected: PassphraseHash = (stored === undefined ? undefined : parseHash(stored)) ?? { ...cost, salt: Buffer.alloc(16), hash: Buffer.alloc(HASH_BYTES) };
  const given = await derived(passphrase, expected);
  return timingSafeEqual(given, expected.hash) && stored !== undefined;
}

function derived(passphrase: string, { memoryKiB, passes, salt }: Omit<PassphraseHash, 'hash'>): Promise<Buffer> {
  const message = normalized(passphrase).slice(0, 4 * LONGEST_PASSPHRASE);
  return derive('argon2id', { message, nonce: salt, parallelism: 1, tagLength: HASH_BYTES, memory: memoryKiB, passes });
}

/** Keyboards write "ế" in more than one way (NIST SP 800-63B-4, 3.1.1.2). */
function normalized(passphrase: string): string {
  return passphrase.normalize('NFKC');
}
