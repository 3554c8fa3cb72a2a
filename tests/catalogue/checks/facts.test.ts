import { describe, expect, it } from 'vitest';
import { dateBeforeProgramme } from '../../../src/catalogue/checks/date-before-programme.ts';
import { dateInFuture } from '../../../src/catalogue/checks/date-in-future.ts';
import { datesOutOfOrder } from '../../../src/catalogue/checks/dates-out-of-order.ts';
import { decisionNumberForm } from '../../../src/catalogue/checks/decision-number-form.ts';
import { gtinWrong } from '../../../src/catalogue/checks/gtin-wrong.ts';
import { scoreAboveStar } from '../../../src/catalogue/checks/score-above-star.ts';
import { scoreBelowStar } from '../../../src/catalogue/checks/score-below-star.ts';
import { starOutOfRange } from '../../../src/catalogue/checks/star-out-of-range.ts';
import { fixtureRegister, TODAY, withDecision, withProduct } from './fixture-register.ts';

const { register } = fixtureRegister();
const DECISION = '01-qd-mau';

function line(facts: { stars?: number | undefined; score?: number; act?: 'recognition' | 'revocation'; validUntil?: string }) {
  return withDecision(register, DECISION, ({ lines }) => ({ lines: lines.map((one, place) => (place === 0 ? { ...one, score: undefined, ...facts } : one)) }));
}

describe('star and score', () => {
  it.each([[0], [1], [2], [6], [-3]])('%i stars are refused', (stars) => {
    expect(starOutOfRange.run(line({ stars }), TODAY)).toHaveLength(1);
  });

  it.each([[3], [4], [5], [undefined]])('%s stars are taken; none means that the source does not say', (stars) => {
    expect(starOutOfRange.run(line({ stars }), TODAY)).toEqual([]);
  });

  it.each([
    [3, 49.9, 'error'], [3, 50, ''], [3, 69.9, ''], [3, 70, 'warning'], [4, 69.9, 'error'], [4, 70, ''], [4, 90, 'warning'],
    [5, 89.9, 'error'], [5, 90, ''], [5, 100, ''], [undefined, 49, 'error'], [undefined, 95, ''],
  ])('%s stars with a score of %d: %s', (stars, score, expected) => {
    const problems = [scoreBelowStar, scoreAboveStar].flatMap((check) => check.run(line({ stars, score }), TODAY));
    expect(problems.map(({ severity }) => severity).join()).toBe(expected);
  });

  it('below 50 on a line without stars says that it carries no certificate', () => {
    expect(scoreBelowStar.run(line({ stars: undefined, score: 49 }), TODAY)[0]?.message).toBe(
      '49 is below 50, the lowest score for a certificate: correct the score or the star',
    );
  });

  it('of a revocation are not compared: a failed re-evaluation is why stars are taken back', () => {
    expect(scoreBelowStar.run(line({ stars: 4, score: 40, act: 'revocation' }), TODAY)).toEqual([]);
  });
});

describe('dates', () => {
  const signed = (signedOn: string) => withDecision(register, DECISION, () => ({ signedOn }));
  const attested = (attestedOn: string) =>
    withProduct(register, 'ruou-sim', ({ attestations }) => ({ attestations: attestations.map((one) => ({ ...one, attestedOn })) }));

  it('of today are not in the future, of tomorrow they are', () => {
    expect(dateInFuture.run(signed('2026-11-21'), TODAY)).toEqual([]);
    expect(dateInFuture.run(signed('2026-11-22'), TODAY)).toHaveLength(1);
  });

  it('of this month or year are not in the future, of the next they are', () => {
    for (const date of ['2026', '2026-11']) expect(dateInFuture.run(attested(date), TODAY)).toEqual([]);
    for (const date of ['2027', '2026-12']) expect(dateInFuture.run(attested(date), TODAY)).toHaveLength(1);
  });

  it('of reading a source and declaring a pack are checked as well', () => {
    const read = withProduct(register, 'gao-xuyen-huong', () => ({ sources: [{ title: 'x', readOn: '2027-01-01' }] }));
    const declared = withProduct(read, 'mat-ong-mau', ({ packs }) => ({ packs: packs.map((pack) => ({ ...pack, declared: { by: 'x', on: '2027-01-01' } })) }));
    expect(dateInFuture.run(declared, TODAY).map(({ field }) => field)).toEqual(['sources.0.readOn', 'packs.0.declared.on', 'packs.1.declared.on']);
  });

  it('of the day on which the programme began are taken, those of the day before are not', () => {
    expect(dateBeforeProgramme.run(signed('2018-05-07'), TODAY)).toEqual([]);
    expect(dateBeforeProgramme.run(signed('2018-05-06'), TODAY)).toHaveLength(1);
    for (const date of ['2018', '2018-05']) expect(dateBeforeProgramme.run(attested(date), TODAY)).toEqual([]);
    for (const date of ['2017', '2018-04']) expect(dateBeforeProgramme.run(attested(date), TODAY)).toHaveLength(1);
  });

  it('an end on the day of signing is odd but possible, the day before is not', () => {
    expect(datesOutOfOrder.run(line({ validUntil: '2025-03-10' }), TODAY)).toEqual([]);
    expect(datesOutOfOrder.run(line({ validUntil: '2025-03-09' }), TODAY)).toHaveLength(1);
  });

  it('a lapse before the source that attests the star is refused, within the same year it is not', () => {
    const lapsed = (lapsedBy: string) =>
      withProduct(register, 'ruou-sim', ({ attestations }) => ({ attestations: attestations.map((one) => ({ ...one, attestedOn: '2024-03', lapsedBy })) }));
    expect(datesOutOfOrder.run(lapsed('2024-02-29'), TODAY).map(({ field }) => field)).toEqual(['attestations.0.lapsedBy']);
    for (const date of ['2024', '2024-03', '2024-03-21']) expect(datesOutOfOrder.run(lapsed(date), TODAY)).toEqual([]);
  });
});

describe('numbers', () => {
  it.each([
    ['2394/QD-UBND', '"2394/QD-UBND" is written without Đ: write "2394/QĐ-UBND"', '"2394/QD-UBND" thiếu chữ Đ: hãy ghi "2394/QĐ-UBND"'],
    [
      '2394',
      '"2394" does not read like "2394/QĐ-UBND": copy it from the document, or leave the field out when it was not read',
      '"2394" không đúng dạng "2394/QĐ-UBND": hãy chép lại từ văn bản, hoặc bỏ trống nếu chưa đọc được',
    ],
  ])('a decision number %s says what is wrong in both languages', (number, en, vi) => {
    const problems = decisionNumberForm.run(withDecision(register, DECISION, () => ({ number })), TODAY);
    expect(problems.map(({ message, messageVi }) => [message, messageVi])).toEqual([[en, vi]]);
  });

  it.each([
    ['952 1234567899', '"952 1234567899" is not made of digits only: write the number under the bars without spaces'],
    ['952123456', '"952123456" has 9 digits: a GTIN has 8, 12, 13 or 14'],
  ])('a GTIN %s says what is wrong', (gtin, message) => {
    const changed = withProduct(register, 'mat-ong-mau', ({ packs }) => ({ packs: packs.map((pack, place) => (place === 0 ? { ...pack, gtin } : pack)) }));
    expect(gtinWrong.run(changed, TODAY).map((problem) => problem.message)).toEqual([message]);
  });
});
