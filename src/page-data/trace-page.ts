import type { IsoDate } from '../domain/calendar-day.ts';
import type { Lot } from '../domain/lot.ts';
import type { Language, TraceLanguage } from '../paths.ts';
import type { View } from '../publish/view.ts';
import { traceContext } from './trace-context.ts';
import { declarations } from './trace-declarations.ts';
import { traceDocuments, type TraceDocument } from './trace-documents.ts';
import type { TraceField } from './trace-field.ts';
import { traceFields } from './trace-fields.ts';
import { traceHead, type TraceHead } from './trace-head.ts';
import { traceJourney, type TraceStep } from './trace-journey.ts';
import type { TraceLabels } from '../i18n/trace-labels.ts';
import { traceLinks, type TraceLinks } from './trace-links.ts';
import { traceNotices, type TraceNotice } from './trace-notices.ts';
import { passportFields } from './trace-passport.ts';
import { traceProduct, type TraceProduct } from './trace-product.ts';
import { traceStar, type TraceStar } from './trace-star.ts';

/** What somebody sees who scanned a pack, or one of its lots. */
export interface TracePage {
  /** What the page was asked in; labels are in it. */
  language: TraceLanguage;
  /** What all but the labels is written in. */
  text: Language;
  label: TraceLabels;
  asOf: IsoDate;
  head: TraceHead;
  star: TraceStar;
  notices: readonly TraceNotice[];
  product: TraceProduct;
  lot?: Lot;
  /** The ten of Circular 02/2024/TT-BKHCN in their order; without those that hang on a lot where there is none. */
  fields: readonly TraceField[];
  /** Art. 32 of Decree 37/2026/NĐ-CP, in its order. */
  passport: readonly TraceField[];
  /** Undefined on the page of a pack. */
  journey?: readonly TraceStep[];
  documents: readonly TraceDocument[];
  /** Who declared what of it, and when. */
  declared: readonly string[];
  links: TraceLinks;
}

/** `path`: as packs carry it, without language. Undefined for what is no address, or names no pack or lot of the register. */
export function tracePage(view: View, language: TraceLanguage, path: string): TracePage | undefined {
  const context = traceContext(view, language, path);
  if (context === undefined) return undefined;
  return {
    language,
    text: context.text,
    label: context.label,
    asOf: view.asOf,
    head: traceHead(context),
    star: traceStar(context),
    notices: traceNotices(context),
    product: traceProduct(context),
    lot: context.lot,
    fields: traceFields(context),
    passport: passportFields(context),
    journey: context.lot && traceJourney(context, context.lot),
    documents: context.lot === undefined ? [] : traceDocuments(context, context.lot),
    declared: declarations(context),
    links: traceLinks(context),
  };
}
