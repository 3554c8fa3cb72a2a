/** Hạng sao. Only 3, 4 and 5 stars carry a certificate (Decision 148/QĐ-TTg, 24/02/2023). */
export type StarLevel = 3 | 4 | 5;

export const STAR_LEVELS: readonly StarLevel[] = [3, 4, 5];

/** The lowest score, of 100, that allows each star (Decision 148/QĐ-TTg: A 40 + B 25 + C 35). */
export const LOWEST_SCORE: Readonly<Record<StarLevel, number>> = { 3: 50, 4: 70, 5: 90 };

export function isStarLevel(value: unknown): value is StarLevel {
  return value === 3 || value === 4 || value === 5;
}

/** The highest star that a score allows; undefined below 50, which carries no certificate. */
export function starForScore(score: number): StarLevel | undefined {
  return [...STAR_LEVELS].reverse().find((star) => score >= LOWEST_SCORE[star]);
}
