import { lastDayOfList } from '../../domain/status-list-credential.ts';
import { statusListProofPath } from '../../paths.ts';
import type { FeedContext } from './feed-context.ts';
import { statusList } from './status-list.ts';

/** /data/status-list.jwt: the status list under its own address, signed, with the last day on which it is current. */
export function statusListProof(context: Pick<FeedContext, 'catalogue' | 'asOf' | 'statusIndex' | 'siteUrl' | 'signing'>): string {
  const { signing, asOf, siteUrl } = context;
  if (signing === undefined) throw new Error('there is no key to sign the status list with');
  const { credentialSubject, ...list } = statusList(context);
  const id = siteUrl + statusListProofPath;
  return signing.sign({
    ...list,
    id,
    validUntil: `${lastDayOfList(asOf)}T23:59:59+07:00`,
    credentialSubject: { ...credentialSubject, id: `${id}#list` },
  });
}
