import { verifyAsync } from '@noble/ed25519';

/**
 * For browsers without Ed25519 (Safari before 17, Firefox before 129, Chrome before 137). By RFC 8032 and not ZIP 215, so
 * that it accepts what WebCrypto does. SHA-512 is the browser's: throws where that is missing.
 */
export function fitsByLibrary(publicKey: Uint8Array, signature: Uint8Array, signed: Uint8Array): Promise<boolean> {
  return verifyAsync(signature, signed, publicKey, { zip215: false });
}
