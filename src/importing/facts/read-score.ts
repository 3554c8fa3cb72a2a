/** Points of 100: `85,5`, `85.5`, `85,5/100`, `85 điểm`; undefined when it is no such number. */
export function readScore(value: string | number | boolean | Date): number | undefined {
  if (typeof value === 'number') return inRange(Math.round(value * 100) / 100);
  const [, points] = /^(\d{1,3}(?:[.,]\d{1,3})?)\s*(?:\/\s*100)?\s*(?:điểm|đ)?$/iu.exec(String(value).trim()) ?? [];
  return points === undefined ? undefined : inRange(Number(points.replace(',', '.')));
}

function inRange(points: number): number | undefined {
  return points >= 0 && points <= 100 ? points : undefined;
}
