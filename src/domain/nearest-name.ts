/** Letters to change, add or take away to make one of the other. */
export type LettersApart = (a: string, b: string) => number;
/** The known name that was most likely meant; undefined when none is near. `likelierFirst` orders those that are as near; without it the alphabet does. */
export type NearestName = (name: string, known: Iterable<string>, likelierFirst?: (a: string, b: string) => number) => string | undefined;

/**
 * Near is one that continues the name or that it continues (`phan-khac-dat` for `phan-khac-dat-cam-my`), else one within a third
 * of its letters.
 */
export function nearestNameBy(lettersApart: LettersApart): NearestName {
  return (name, known, likelierFirst = byAlphabet) => {
    let best: { name: string; cost: number } | undefined;
    for (const candidate of known) {
      const cost = costOf(lettersApart, name, candidate);
      if (cost === undefined) continue;
      if (best === undefined || cost < best.cost || (cost === best.cost && likelierFirst(candidate, best.name) < 0)) best = { name: candidate, cost };
    }
    return best?.name;
  };
}

function byAlphabet(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Letters to change; undefined when the two have nothing to do with each other. */
function costOf(lettersApart: LettersApart, name: string, candidate: string): number | undefined {
  const [short, long] = name.length < candidate.length ? [name, candidate] : [candidate, name];
  const letters = lettersApart(name, candidate);
  const continues = short.length >= 4 && long.startsWith(`${short}-`);
  return continues || letters <= Math.max(1, Math.floor(long.length / 3)) ? letters : undefined;
}
