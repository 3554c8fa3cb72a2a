import type { Lot } from '../domain/lot.ts';
import { packPath } from '../domain/pack-address.ts';
import { packAddresses } from '../domain/pack-addresses.ts';
import type { Pack } from '../domain/product.ts';
import { formatPartialDate } from '../i18n/format-date.ts';
import { epcisPath, guidePath, productPath, reportAboutPath, type Language } from '../paths.ts';
import { recentLots } from '../publish/recent-lots.ts';
import type { View } from '../publish/view.ts';
import { addressFor } from './trace-head.ts';
import type { TraceContext } from './trace-context.ts';

export interface TraceLinks {
  product: string;
  /** With the page it is about. */
  report: string;
  guide: string;
  /** On the page of a lot: its pack, which lists the others. */
  pack?: string;
  /** On the page of a pack: its recent lots. */
  lots: readonly LotLink[];
  /** The steps of a lot for machines. */
  epcis?: string;
}

export interface LotLink {
  code: string;
  href: string;
  /** "đóng gói 02/11/2026". */
  dated?: string;
  recalled: boolean;
}

export function traceLinks(context: TraceContext): TraceLinks {
  const { view, text, product, pack, lot, canonical } = context;
  const path = packPath(canonical);
  return {
    product: productPath(text, product.id),
    report: reportAboutPath(text, path),
    guide: guidePath(text),
    pack: lot && lotOrPackAddress(context, pack),
    lots: lot === undefined ? recentLots(view.catalogue, product.id, pack).map((each) => lotLink(context, each)) : [],
    epcis: lot !== undefined && lot.steps.length > 0 ? epcisPath(path) : undefined,
  };
}

/** The page of a pack, as other pages of the site link it; undefined for a pack without any code. */
export function traceHref({ mode }: Pick<View, 'mode'>, language: Language, pack: Pack): string | undefined {
  const [address] = packAddresses(pack);
  return address && addressFor(mode)(language, packPath(address));
}

function lotLink(context: TraceContext, lot: Lot): LotLink {
  return { code: lot.code, href: lotOrPackAddress(context, context.pack, lot), dated: datedWords(lot, context), recalled: lot.recall !== undefined };
}

function datedWords({ packedOn, producedOn }: Lot, { text, t }: TraceContext): string | undefined {
  if (packedOn !== undefined) return t('trace.lots.packed', { date: formatPartialDate(packedOn, text) });
  return producedOn && t('trace.lots.produced', { date: formatPartialDate(producedOn, text) });
}

function lotOrPackAddress({ view, language, canonical }: TraceContext, pack: Pack, lot?: Lot): string {
  const [address = canonical] = packAddresses(pack, lot?.code);
  return addressFor(view.mode)(language, packPath(address));
}

