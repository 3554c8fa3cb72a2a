import { distance } from 'fastest-levenshtein';

/**
 * The known name that was most likely meant, or undefined when none is near: one that continues the name or that
 * it continues (`phan-khac-dat` for `phan-khac-dat-cam-my`), else one within a third of its letters. Ties go to the alphabet.
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  let best: { name: string; cost: number } | undefined;
  for (const candidate of known) {
    const cost = costOf(name, candidate);
    if (cost === undefined) continue;
    if (best === undefined || cost < best.cost || (cost === best.cost && candidate < best.name)) best = { name: candidate, cost };
  }
  return best?.name;
}

/** Letters to change, add or take away to make one of the other. */
export function lettersApart(a: string, b: string): number {
  return distance(a, b);
}

/** Letters to change; undefined when the two have nothing to do with each other. */
function costOf(name: string, candidate: string): number | undefined {
  const [short, long] = name.length < candidate.length ? [name, candidate] : [candidate, name];
  const letters = distance(name, candidate);
  const continues = short.length >= 4 && long.startsWith(`${short}-`);
  return continues || letters <= Math.max(1, Math.floor(long.length / 3)) ? letters : undefined;
}
