import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStarLevel, LOWEST_SCORE, starForScore } from '../../src/domain/star-level.ts';

describe('star level', () => {
  it.each([
    [49.9, undefined], [50, 3], [69.99, 3], [70, 4], [89.99, 4], [90, 5], [100, 5], [0, undefined],
  ])('a score of %d allows %s', (score, star) => {
    expect(starForScore(score)).toBe(star);
  });

  it('never falls while the score rises, and always reaches its own lowest score', () => {
    const score = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(score, score, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(starForScore(high) ?? 0).toBeGreaterThanOrEqual(starForScore(low) ?? 0);
        const star = starForScore(low);
        if (star !== undefined) expect(low).toBeGreaterThanOrEqual(LOWEST_SCORE[star]);
      }),
    );
  });

  it('is 3, 4 or 5 as a number and nothing else', () => {
    expect([3, 4, 5].every(isStarLevel)).toBe(true);
    expect([0, 1, 2, 6, 3.5, '3', null, undefined, Number.NaN].some(isStarLevel)).toBe(false);
  });
});
