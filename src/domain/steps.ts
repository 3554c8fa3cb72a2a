/** Work done in small steps, between which whoever does it may do something else. */
export type Steps<T> = Generator<void, T>;

/** Worked through before somebody else has a turn: about a millisecond. */
const SLICE = 250;

export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** `pause`: awaited between two steps. */
export async function inSteps<T>(steps: Steps<T>, pause: () => Promise<unknown>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await pause();
  }
}

export function* eachInSteps<T>(items: Iterable<T>, act: (item: T, at: number) => void): Steps<void> {
  let at = 0;
  for (const item of items) {
    act(item, at);
    at += 1;
    if (at % SLICE === 0) yield;
  }
}

export function* mapInSteps<T, U>(items: readonly T[], make: (item: T, at: number) => U): Steps<U[]> {
  const made: U[] = [];
  yield* eachInSteps(items, (item, at) => void made.push(make(item, at)));
  return made;
}
