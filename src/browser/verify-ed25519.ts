/**
 * Whether an Ed25519 signature fits: by the browser itself, else by a small library that is loaded only then. Undefined
 * when neither can tell (no WebCrypto outside https, or the library could not be fetched).
 */
export async function fitsEd25519(publicKey: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>, signed: Uint8Array<ArrayBuffer>): Promise<boolean | undefined> {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, { name: 'Ed25519' }, false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, signature, signed);
  } catch {
    return byLibrary(publicKey, signature, signed);
  }
}

async function byLibrary(...parts: [publicKey: Uint8Array, signature: Uint8Array, signed: Uint8Array]): Promise<boolean | undefined> {
  try {
    const { fitsByLibrary } = await import('./verify-fallback.ts');
    return await fitsByLibrary(...parts);
  } catch {
    return undefined;
  }
}
