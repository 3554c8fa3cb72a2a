/** A prepared answer that may be dropped from memory. */
export interface Resident {
  readonly bytes: number;
  /** Set on every use; a body used since the last sweep survives it. */
  used: boolean;
  /** Forgets the body; the next request prepares it again. */
  drop(): void;
}

/**
 * Keeps prepared bodies within a number of bytes. Second chance instead of strict least-recently-used:
 * a hit only sets a flag, so the hot path touches no list.
 */
export class ResidentBodies {
  #limit: number;
  #bytes = 0;
  #residents = new Set<Resident>();

  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** A body larger than the whole limit is not kept: it is dropped at once. */
  add(resident: Resident): void {
    this.#residents.add(resident);
    this.#bytes += resident.bytes;
    for (const candidate of this.#residents) {
      if (this.#bytes <= this.#limit) return;
      if (candidate.used && candidate.bytes <= this.#limit) {
        candidate.used = false;
        this.#residents.delete(candidate);
        this.#residents.add(candidate);
      } else {
        this.remove(candidate);
        candidate.drop();
      }
    }
  }

  remove(resident: Resident): void {
    if (this.#residents.delete(resident)) this.#bytes -= resident.bytes;
  }
}
