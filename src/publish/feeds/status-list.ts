import { gunzipSync, gzipSync } from 'node:zlib';
import { readBitstring, STATUS_SIZE, STATUS_VALUES, statusValue, writeBitstring, type StatusValue } from '../../domain/status-bitstring.ts';
import { statusListPath } from '../../paths.ts';
import { statusAsOf } from './status-as-of.ts';
import type { StatusFeedContext } from './status-json.ts';

/** What the four values say, for developers; readers of the site never see it. */
const MESSAGES: Readonly<Record<StatusValue, string>> = {
  held: 'the star is held on this day, as far as the register knows',
  expired: 'its term has ended, or a later certificate took its place',
  revoked: 'revoked',
  unconfirmed: 'no dated decision confirms it, it begins later, or it is no longer in the register',
};

/**
 * /data/status-list.json: the status of every certificate on one day, two bits each, in the shape of a W3C
 * BitstringStatusListCredential without proof. A certificate that left the register keeps its place and reads unconfirmed.
 */
export function statusList({ catalogue, asOf, statusIndex, siteUrl }: StatusFeedContext & { siteUrl: string }) {
  const id = siteUrl + statusListPath;
  const entries = [...statusIndex].map(([certificateId, index]): [number, StatusValue] => {
    const certificate = catalogue.certificate(certificateId);
    return [index, certificate === undefined ? 'unconfirmed' : statusValue(statusAsOf(certificate, asOf))];
  });
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', { snapshot: `${id}#snapshot`, asOf: `${id}#asOf` }],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: siteUrl,
    validFrom: `${asOf}T00:00:00+07:00`,
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      snapshot: catalogue.snapshot,
      asOf,
      statusPurpose: 'message',
      statusSize: STATUS_SIZE,
      statusMessages: STATUS_VALUES.map((value, number) => ({ status: `0x${number}`, value, message: MESSAGES[value] })),
      encodedList: encodeList(writeBitstring(entries)),
    },
  };
}

/** Multibase base64url without padding (`u…`) of the gzip. */
export function encodeList(bits: Uint8Array): string {
  return `u${gzipSync(bits, { level: 9 }).toString('base64url')}`;
}

/** The list reads at most this many bytes: a few of gzip can become a great many. */
const MOST_BYTES = 16 * 1024 * 1024;

/** One entry of an encoded list. Throws for a list in another form and for an index outside it. */
export function readEncodedList(encodedList: string, index: number): StatusValue {
  if (!encodedList.startsWith('u')) throw new Error('the status list is not multibase base64url');
  return readBitstring(gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'), { maxOutputLength: MOST_BYTES }), index);
}
