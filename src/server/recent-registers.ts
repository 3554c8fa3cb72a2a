import type { Register } from './compose.ts';

/** Registers of this process by their digest. */
export interface RecentRegisters {
  find(digest: string): Register | undefined;
  add(digest: string, register: Register): void;
}

/** The one before stands behind the publish that is being replaced; one more is cheap, for they share their records. */
const REMEMBERED = 3;

/** Keeps the last few, so that the publish in force goes on rendering while, and after, another register is published. */
export function recentRegisters(): RecentRegisters {
  const registers = new Map<string, Register>();
  return {
    find: (digest) => registers.get(digest),
    add(digest, register) {
      registers.delete(digest);
      registers.set(digest, register);
      for (const oldest of registers.keys()) {
        if (registers.size <= REMEMBERED) return;
        registers.delete(oldest);
      }
    },
  };
}
