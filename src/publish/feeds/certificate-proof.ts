import { certificateProofPath } from '../../paths.ts';
import type { FeedContext } from './feed-context.ts';

/** Of a signed credential (VC-JOSE-COSE). */
export const CREDENTIAL_MEDIA_TYPE = 'application/vc+jwt';

const [BEFORE, AFTER] = certificateProofPath('*').split(encodeURIComponent('*')) as [string, string];

/** /data/proof/<certificate>.jwt: the signed certificate. Throws where nothing signs, or no certificate has the id. */
export function certificateProof({ proofs }: Pick<FeedContext, 'proofs'>, path: string): string {
  const id = decodeURIComponent(path.slice(BEFORE.length, path.length - AFTER.length));
  const proof = proofs?.certificate(id);
  if (proof === undefined) throw new Error(`there is nothing to sign for ${path}`);
  return proof;
}
