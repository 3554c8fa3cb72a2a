import { levelsOf, type PackLevel } from '../../domain/pack-level.ts';
import type { DigitalLink } from '../../domain/digital-link.ts';
import type { PackAddress } from '../../domain/pack-address.ts';
import type { TraceLink } from '../../domain/trace-link.ts';
import { tracePagePath } from '../../paths.ts';
import type { ScannedPack } from '../../publish/view.ts';

/** The narrowest level of a pack's address that has a page, and what of the address it does not cover. */
export interface PublishedLevel {
  level: PackLevel;
  /** Undefined when the page is about exactly what was scanned. */
  beyond: ScannedPack | undefined;
}

/**
 * Walks up from what was scanned. Variants (22) and third-party extensions (235) are kinds of the pack that the register
 * does not tell apart, so the page of the pack, or of the lot, is theirs. Undefined for a pack that has no page.
 */
export function publishedLevel(link: DigitalLink | TraceLink, isPublished: (path: string) => boolean): PublishedLevel | undefined {
  const { lot, serial } = link;
  const known = link.kind === 'code' ? { code: link.code, lot, serial } : { gtin14: link.gtin14, lot, serial };
  const level = levelsOf(known).find(({ path }) => isPublished(tracePagePath('vi', path)));
  if (level === undefined) return undefined;
  const unknownLot = lot !== undefined && level.address.lot === undefined ? lot : undefined;
  if (unknownLot === undefined && serial === undefined) return { level, beyond: undefined };
  return { level, beyond: { ...(unknownLot !== undefined && { unknownLot }), ...(serial !== undefined && { serial: { value: serial, listed: undefined } }) } };
}

/** The lot and serial as scanned, for the list of serials of a lot that has a page. */
export function serialAddress({ level, beyond }: PublishedLevel): PackAddress | undefined {
  if (beyond?.serial === undefined || level.address.lot === undefined) return undefined;
  return { ...level.address, serial: beyond.serial.value };
}
