import { describe, expect, it } from 'vitest';
import { colourTokens, contrast, mix, type Scheme } from './colour-tokens.ts';

const tokens = colourTokens();
const SCHEMES: readonly Scheme[] = ['light', 'dark'];
const LOWEST_FOR_TEXT = 4.5;
const LOWEST_FOR_SHAPES = 3;

/** Every pair of text and ground that the styles use. */
const TEXT_ON_GROUND: readonly (readonly [ink: string, ground: string])[] = [
  ...['ink', 'soft', 'leaf-ink', 'stone-ink', 'rice-ink'].flatMap((ink) => [[ink, 'paper'], [ink, 'card']] as const),
  ['ink', 'stone-tint'],
  ['stone', 'card'],
  ['on-leaf', 'leaf'],
  ['on-leaf', 'leaf-ink'],
  ['leaf-ink', 'leaf-tint'],
  ['rice-ink', 'rice-tint'],
  ['clay-ink', 'clay-tint'],
  ['revoked', 'revoked-tint'],
  ['stone-ink', 'stone-tint'],
];

const STATE_TINTS = ['leaf-tint', 'rice-tint', 'clay-tint', 'revoked-tint', 'stone-tint'] as const;

/** Outlines of stars, of fields and of what has the focus. */
const SHAPE_ON_GROUND: readonly (readonly [shape: string, ground: string])[] = [
  ...['paper', 'card', 'leaf-tint', 'rice-tint'].map((ground) => ['rice-line', ground] as const),
  ...['line-strong', 'focus', 'clay-ink', 'revoked', 'stone-ink'].flatMap((shape) => [[shape, 'paper'], [shape, 'card']] as const),
];

describe.each(SCHEMES)('the %s scheme', (scheme) => {
  const colour = (name: string): string => {
    const value = tokens[scheme][name];
    if (value === undefined) throw new Error(`no colour --${name} in tokens.css`);
    return value;
  };

  it.each(TEXT_ON_GROUND)('keeps text in %s readable on %s', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(LOWEST_FOR_TEXT);
  });

  it.each(STATE_TINTS)('keeps plain and softened text readable on a panel in %s', (tint) => {
    expect(contrast(colour('ink'), colour(tint))).toBeGreaterThanOrEqual(LOWEST_FOR_TEXT);
    expect(contrast(mix(colour('ink'), 0.82, colour(tint)), colour(tint))).toBeGreaterThanOrEqual(LOWEST_FOR_TEXT);
  });

  it('keeps the words on a drawing readable whatever lies below them', () => {
    for (const below of ['#000000', '#ffffff']) {
      expect(contrast(colour('soft'), mix(colour('card'), 0.92, below))).toBeGreaterThanOrEqual(LOWEST_FOR_TEXT);
    }
  });

  it.each(SHAPE_ON_GROUND)('keeps shapes in %s visible on %s', (shape, ground) => {
    expect(contrast(colour(shape), colour(ground))).toBeGreaterThanOrEqual(LOWEST_FOR_SHAPES);
  });
});

describe('the two schemes', () => {
  it('name the same colours', () => {
    expect(Object.keys(tokens.dark).sort()).toEqual(Object.keys(tokens.light).sort());
    expect(tokens.dark['paper']).not.toBe(tokens.light['paper']);
  });
});

describe('contrast', () => {
  it('is 21 between black and white and 1 between equals', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#777777', '#777777')).toBe(1);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});
