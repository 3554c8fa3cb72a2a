/** How an inferred fact was worked out; each has its sentence in the dictionary under `basisNote.`. */
export const BASIS_NOTES: readonly string[] = ['press-comparison'];
