import { packPath } from './pack-address.ts';
import type { PackAddress, Qualifier } from './pack-address.ts';

/** One rung of the walk from a single pack up to its kind of pack. */
export interface PackLevel {
  /** `pack` is the GTIN or trace code alone. */
  level: Qualifier | 'pack';
  address: PackAddress;
  path: string;
}

const FROM_THE_NARROWEST: readonly Qualifier[] = ['serial', 'lot', 'cpv', 'tpx'];

/** From what was scanned to the GTIN or code: where one is unknown, the next one answers (GS1 resolver walk-up). */
export function levelsOf(scanned: PackAddress): readonly PackLevel[] {
  const levels: PackLevel[] = [];
  let address = addressOf(scanned);
  for (const level of FROM_THE_NARROWEST) {
    const { [level]: value, ...wider } = address as PackAddress & Partial<Record<Qualifier, string>>;
    if (value === undefined) continue;
    levels.push({ level, address, path: packPath(address) });
    address = wider;
  }
  return [...levels, { level: 'pack', address, path: packPath(address) }];
}

/** The identifying part alone, without query and host. */
function addressOf(scanned: PackAddress): PackAddress {
  const { lot, serial } = scanned;
  if ('code' in scanned) return { code: scanned.code, lot, serial };
  return { gtin14: scanned.gtin14, cpv: scanned.cpv, lot, serial, tpx: scanned.tpx };
}
