import type { NamedPack } from '../catalogue/catalogue.ts';
import { parseDigitalLink } from '../domain/digital-link.ts';
import type { Lot } from '../domain/lot.ts';
import type { PackAddress } from '../domain/pack-address.ts';
import { packAddresses } from '../domain/pack-addresses.ts';
import { parseTraceLink } from '../domain/trace-link.ts';
import { traceLabels, type TraceLabels } from '../i18n/trace-labels.ts';
import { translator, type Translate } from '../i18n/translate.ts';
import type { Language, TraceLanguage } from '../paths.ts';
import type { View } from '../publish/view.ts';

/** What every part of a trace page is made from. */
export interface TraceContext extends NamedPack {
  view: View;
  /** What the page was asked in; labels are in it. */
  language: TraceLanguage;
  /** What all but the labels is written in. */
  text: Language;
  t: Translate;
  label: TraceLabels;
  /** The one address under which others should know the pack or lot. */
  canonical: PackAddress;
  lot?: Lot;
}

/**
 * Pages stand for a pack and for a lot; narrower addresses are answered by the page of their lot or pack. `path`: as
 * packs carry it, without language. Undefined for what is no address, or names no pack or lot of the register.
 */
export function traceContext(view: View, language: TraceLanguage, path: string): TraceContext | undefined {
  const address = path.startsWith('/t/') ? parseTraceLink(path) : parseDigitalLink(path);
  if ('fault' in address || address.serial !== undefined) return undefined;
  if (address.kind === 'gtin' && (address.cpv ?? address.tpx) !== undefined) return undefined;
  const named = address.kind === 'gtin' ? view.catalogue.packByGtin(address.gtin14) : view.catalogue.packByTraceCode(address.code);
  if (named === undefined) return undefined;
  const lot = address.lot === undefined ? undefined : view.catalogue.lot(named.product.id, address.lot);
  if (address.lot !== undefined && lot?.sku !== named.pack.sku) return undefined;
  const [canonical] = packAddresses(named.pack, lot?.code);
  if (canonical === undefined) return undefined;
  const text: Language = language === 'vi' ? 'vi' : 'en';
  return { view, language, text, t: translator(text), label: traceLabels(language), ...named, canonical, lot };
}
