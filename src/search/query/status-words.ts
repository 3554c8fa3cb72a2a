import type { Status } from '../../domain/certificate-status.ts';
import { phraseTable } from './phrase-table.ts';
import { claim, isFree, type Reading } from './reading.ts';

const STATUSES: readonly (readonly [status: Status | 'held', label: { vi: string; en: string }, phrases: readonly string[]])[] = [
  ['held', { vi: 'Sao còn hiệu lực', en: 'Star in force' }, ['còn hạn', 'còn hiệu lực', 'đang hiệu lực', 'còn sao', 'sao còn hạn', 'sao còn hiệu lực', 'valid', 'still valid', 'in force']],
  ['expiring', { vi: 'Sắp hết hiệu lực', en: 'Ending soon' }, ['sắp hết hạn', 'sắp hết hiệu lực', 'gần hết hạn', 'expiring', 'expiring soon', 'ending soon']],
  ['expired', { vi: 'Sao hết hiệu lực', en: 'Star expired' }, ['hết hạn', 'hết hiệu lực', 'quá hạn', 'sao hết hạn', 'expired']],
  ['revoked', { vi: 'Sao bị thu hồi', en: 'Star revoked' }, ['bị thu hồi', 'đã thu hồi', 'thu hồi sao', 'revoked']],
];

const TABLE = phraseTable(STATUSES.flatMap(([status, label, phrases]) => phrases.map((phrase) => [phrase, { status, label }] as const)));

export function readStatus(reading: Reading): void {
  for (let place = 0; place < reading.tokens.length; place += 1) {
    const found = TABLE.at(reading.tokens, place, (from, to) => isFree(reading, from, to));
    if (found === undefined) continue;
    const { status, label } = found.value;
    claim(reading, { from: place, to: found.to, keepsWords: false, meaning: { kind: 'status', key: `status:${status}`, label, filter: { status: [status] } } });
  }
}
