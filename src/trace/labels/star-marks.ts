import type { Mark } from './drawing.ts';

const STEP = 1.02;
const AFTER = 0.35;

/** What the stars before a text of this size take, with the space after them. */
export function starsWidth(stars: number, size: number): number {
  return (stars * STEP * 0.9 + AFTER) * size;
}

/** Filled stars on a baseline, as high as capitals. */
export function starMarks(stars: number, x: number, baseline: number, size: number): Mark[] {
  const radius = size * 0.44;
  return Array.from({ length: stars }, (_, at) => {
    const [cx, cy] = [x + radius + at * STEP * 0.9 * size, baseline - size * 0.36];
    const points = Array.from({ length: 10 }, (__, corner): [number, number] => {
      const reach = corner % 2 === 0 ? radius : radius * 0.42;
      const angle = (corner * Math.PI) / 5 - Math.PI / 2;
      return [cx + reach * Math.cos(angle), cy + reach * Math.sin(angle)];
    });
    return { kind: 'polygon', points };
  });
}
