/** Lets `atOnce` pieces of costly work run and `waiting` more wait; refuses the rest at once. */
export class FewAtOnce {
  #running = 0;
  #queue: (() => void)[] = [];
  #atOnce: number;
  #waiting: number;

  constructor(atOnce: number, waiting: number) {
    this.#atOnce = atOnce;
    this.#waiting = waiting;
  }

  /** Undefined when the work was refused. */
  async run<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.#running >= this.#atOnce) {
      if (this.#queue.length >= this.#waiting) return undefined;
      await new Promise<void>((resolve) => this.#queue.push(resolve));
    } else {
      this.#running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.#queue.shift();
      // The place goes to the next in line, so that nobody slips in between.
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}
