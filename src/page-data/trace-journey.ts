import type { IsoDate } from '../domain/calendar-day.ts';
import type { JourneyStep, JourneyStepKind } from '../domain/journey-step.ts';
import type { Lot } from '../domain/lot.ts';
import { formatDate } from '../i18n/format-date.ts';
import { formatCount, formatKilograms } from '../i18n/format-number.ts';
import type { TraceLabel } from '../i18n/trace-labels.ts';
import { signedLine } from './place-view.ts';
import type { TraceContext } from './trace-context.ts';
import { documentHref } from './trace-documents.ts';
import type { TracePart } from './trace-field.ts';
import { vietnamese, wordsIn, type WordsIn } from './trace-words.ts';

/** One dated step, as the producer declared it. */
export interface TraceStep {
  kind: JourneyStepKind;
  label: TraceLabel;
  on: IsoDate;
  day: string;
  /** "120 kg → 40 kg", and which share of what went in came out, 0 to 1. */
  balance?: { words: string; share: number };
  facts: readonly TracePart[];
  note?: WordsIn;
}

export function traceJourney(context: TraceContext, lot: Lot): TraceStep[] {
  const { label, text } = context;
  return lot.steps.map((step) => ({
    kind: step.kind,
    label: label(step.kind),
    on: step.on,
    day: formatDate(step.on, text),
    balance: step.kind === 'processing' ? balanceOf(step, context) : undefined,
    facts: [...factsOf(step, context), ...commonFacts(step, lot, context)].filter((part) => part.text !== undefined),
    note: step.note && wordsIn(step.note, text),
  }));
}

function balanceOf({ inputs, outputKg }: Extract<JourneyStep, { kind: 'processing' }>, { text }: TraceContext): TraceStep['balance'] {
  const kg = inputs.reduce((sum, input) => sum + input.kg, 0);
  return { words: `${formatKilograms(kg, text)} → ${formatKilograms(outputKg, text)}`, share: Math.min(1, outputKg / kg) };
}

function factsOf(step: JourneyStep, { label, text }: TraceContext): TracePart[] {
  const words = (said: string | undefined): Partial<WordsIn> => (said === undefined ? {} : vietnamese(said, text));
  const count = (number: number | undefined): string | undefined => (number === undefined ? undefined : formatCount(number, text));
  switch (step.kind) {
    case 'harvest':
    case 'purchase':
      return [
        { label: label('material'), ...words(step.material), note: step.kg === undefined ? undefined : formatKilograms(step.kg, text) },
        { label: label('materialLot'), text: step.materialLot },
        { label: label('growingArea'), text: step.growingArea },
        { label: label('households'), text: count(step.households) },
      ];
    case 'processing':
      return step.inputs.map(({ material, lot, kg }) => ({
        label: label('material'),
        ...words(material),
        note: [formatKilograms(kg, text), lot].filter((each) => each !== undefined).join(' · '),
      }));
    case 'testing':
      return [
        { label: label('laboratory'), ...words(step.laboratory) },
        { label: label('number'), text: step.number },
        { label: label('result'), ...words(step.result) },
      ];
    case 'packing':
      return [{ label: label('packs'), text: count(step.packs) }];
    case 'shipping':
      return [{ label: label('to'), ...words(step.to) }, { label: label('packs'), text: count(step.packs) }];
  }
}

function commonFacts(step: JourneyStep, lot: Lot, { view, label, text, t }: TraceContext): TracePart[] {
  const place = step.place && signedLine(step.place);
  const laboratory = step.kind === 'testing' ? step.laboratory : undefined;
  const document = step.document === undefined ? undefined : documentHref(view, lot, step.document);
  return [
    { label: label('place'), ...(place !== undefined && vietnamese(place, text)), note: step.placeCode },
    { label: label('by'), ...(step.by !== undefined && step.by !== laboratory && vietnamese(step.by, text)) },
    { label: label('document'), ...(document !== undefined && { text: t('trace.document.open'), href: document }) },
  ];
}
