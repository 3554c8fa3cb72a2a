import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../src/domain/calendar-day.ts';
import { proofOutcome, PROOF_VERDICTS, type ListFinding, type ProofEvidence, type SignatureFinding } from '../../src/domain/proof-outcome.ts';
import { lastDayOfList } from '../../src/domain/status-list-credential.ts';
import { STATUS_VALUES, type StatusValue } from '../../src/domain/status-bitstring.ts';

const today = '2026-11-22';
const listOf = (value: StatusValue, asOf = '2026-11-20'): ListFinding => ({ asOf, until: lastDayOfList(asOf), value });
const fitting = (more: Partial<ProofEvidence> = {}): ProofEvidence => ({ signature: 'fits', validUntil: '2027-10-15', list: listOf('held'), today, ...more });
const RETIRED = { retiredOn: '2026-11-10' };

test.each<[string, ProofEvidence, object]>([
  ['a signature that fits and a star that is held', fitting(), { verdict: 'matches', listDay: '2026-11-20' }],
  ['the last valid day', fitting({ today: '2027-10-15', list: listOf('held', '2027-10-15') }), { verdict: 'matches', listDay: '2027-10-15' }],
  ['the day after it, although the list says held', fitting({ today: '2027-10-16', list: listOf('held', '2027-10-15') }), { verdict: 'expired', listDay: '2027-10-15', endedOn: '2027-10-15' }],
  ['the day after it, without a list', fitting({ today: '2027-10-16', list: 'unreached' }), { verdict: 'expired', endedOn: '2027-10-15' }],
  ['a certificate without an end', { signature: 'fits', list: listOf('held'), today }, { verdict: 'matches', listDay: '2026-11-20' }],
  ['a star that was replaced', fitting({ list: listOf('expired') }), { verdict: 'expired', listDay: '2026-11-20' }],
  ['a revoked star', fitting({ list: listOf('revoked') }), { verdict: 'revoked', listDay: '2026-11-20' }],
  ['a revoked star in a list that is out of date', fitting({ list: listOf('revoked', '2026-01-01') }), { verdict: 'revoked', listDay: '2026-01-01' }],
  ['a revoked star whose term has passed', fitting({ validUntil: '2026-11-01', list: listOf('revoked') }), { verdict: 'revoked', listDay: '2026-11-20', endedOn: '2026-11-01' }],
  ['a star that nothing confirms', fitting({ list: listOf('unconfirmed') }), { verdict: 'unconfirmed', listDay: '2026-11-20' }],
  ['the last day of a list', fitting({ list: listOf('held', '2026-11-09') }), { verdict: 'matches', listDay: '2026-11-09' }],
  ['a list one day too old', fitting({ list: listOf('held', '2026-11-08') }), { verdict: 'stale-list', listDay: '2026-11-08' }],
  ['a list of tomorrow, by a clock that is behind', fitting({ list: listOf('held', '2026-11-23') }), { verdict: 'matches', listDay: '2026-11-23' }],
  ['no list', fitting({ list: 'unreached' }), { verdict: 'no-list' }],
  ['a list that this site did not sign', fitting({ list: 'broken' }), { verdict: 'broken-list' }],
  ['a key retired since', fitting({ key: RETIRED }), { verdict: 'retired-key', listDay: '2026-11-20', retiredOn: '2026-11-10' }],
  ['a key retired today', fitting({ key: { retiredOn: today } }), { verdict: 'retired-key', listDay: '2026-11-20', retiredOn: today }],
  ['a key that is retired tomorrow', fitting({ key: { retiredOn: '2026-11-23' } }), { verdict: 'matches', listDay: '2026-11-20' }],
  ['a retired key and a revoked star', fitting({ key: RETIRED, list: listOf('revoked') }), { verdict: 'revoked', listDay: '2026-11-20', retiredOn: '2026-11-10' }],
  ['a leaked key', fitting({ key: { ...RETIRED, leaked: true } }), { verdict: 'leaked-key', retiredOn: '2026-11-10' }],
  ['a leaked key and a revoked star', fitting({ key: { ...RETIRED, leaked: true }, list: listOf('revoked') }), { verdict: 'leaked-key', retiredOn: '2026-11-10' }],
  ['an altered copy, whatever else is known', fitting({ signature: 'tampered' }), { verdict: 'tampered' }],
  ['an unknown key', fitting({ signature: 'unknown-key' }), { verdict: 'unknown-key' }],
])('%s', (_, evidence, outcome) => {
  expect(proofOutcome(evidence)).toEqual(outcome);
});

const anyDay = fc.integer({ min: -900, max: 900 }).map((days) => addDays(today, days));
const anyList = fc.oneof(fc.constantFrom<ListFinding>('unreached', 'broken'), fc.record({ value: fc.constantFrom(...STATUS_VALUES), asOf: anyDay }).map(({ value, asOf }) => listOf(value, asOf)));
const SIGNATURES: readonly SignatureFinding[] = ['fits', 'tampered', 'unknown-key', 'other-certificate', 'unreadable', 'cannot-check', 'no-proof', 'no-keys'];
const anyEvidence = fc.record(
  { signature: fc.constantFrom(...SIGNATURES), key: fc.record({ retiredOn: anyDay, leaked: fc.constant(true as const) }, { requiredKeys: [] }), validUntil: anyDay, list: anyList, today: fc.constant(today) },
  { requiredKeys: ['signature', 'today'] },
) as fc.Arbitrary<ProofEvidence>;

test('"matches" is said only of a held star, a list in date and a key in use', () => {
  fc.assert(
    fc.property(anyEvidence, (evidence) => {
      const { verdict } = proofOutcome(evidence);
      expect(PROOF_VERDICTS).toContain(verdict);
      if (verdict !== 'matches') return;
      expect(evidence.signature).toBe('fits');
      expect(evidence.list).toMatchObject({ value: 'held' });
      expect((evidence.list as { until: string }).until >= today).toBe(true);
      expect((evidence.validUntil ?? today) >= today).toBe(true);
      expect(evidence.key?.leaked).toBeUndefined();
      expect((evidence.key?.retiredOn ?? '9999') > today).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

test('a signature that does not fit says nothing of the star', () => {
  fc.assert(
    fc.property(anyEvidence, (evidence) => {
      if (evidence.signature !== 'fits') expect(proofOutcome(evidence)).toEqual({ verdict: evidence.signature });
    }),
  );
});

test('every verdict can be reached', () => {
  const reached = new Set(fc.sample(anyEvidence, 20_000).map((evidence) => proofOutcome(evidence).verdict));
  expect([...reached].sort()).toEqual([...PROOF_VERDICTS].sort());
});
