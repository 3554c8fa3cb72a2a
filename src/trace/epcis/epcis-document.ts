import type { IsoDate } from '../../domain/calendar-day.ts';
import { epcisPath } from '../../paths.ts';
import { certificationDetails } from './certification-details.ts';
import type { EpcisEvent, NamedThing } from './epcis-event.ts';
import { inputUrl, lotPath, lotUrl, materialUrl, type LotSource } from './epcis-names.ts';
import { placeName, placeUrl } from './epcis-places.ts';
import { eventId } from './event-id.ts';
import { lotEvents } from './lot-events.ts';

const CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';
/** Our own words (docs/data/epcis.md) do not hang on the domain: event ids stay when a site moves. */
const NAMESPACES = { cbvmda: 'urn:epcglobal:cbv:mda:', gs1: 'https://gs1.org/voc/', ocop: 'urn:ocop:epcis:' };

/**
 * A lot's journey as an EPCIS 2.0 document in JSON-LD. Nothing in it comes from a clock, so that a lot that did not
 * change gives the same bytes; only the star's status is that of `asOf`.
 */
export function epcisDocument(source: LotSource, asOf: IsoDate) {
  const { lot, siteUrl } = source;
  const events = lotEvents(source);
  return {
    '@context': [CONTEXT, ...Object.entries(NAMESPACES).map(([prefix, uri]) => ({ [prefix]: uri }))],
    id: siteUrl + epcisPath(lotPath(source)),
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: `${lastWord(source)}T00:00:00.000+07:00`,
    ...(lot.sample && { 'ocop:sample': 'dữ liệu minh hoạ' }),
    'ocop:declaredBy': lot.declared.by,
    'ocop:declaredOn': lot.declared.on,
    epcisHeader: { epcisMasterData: { vocabularyList: masterData(source, asOf) } },
    epcisBody: { eventList: events.map((event) => withId(event)) },
  };
}

function withId({ type, ...rest }: EpcisEvent): EpcisEvent {
  return { type, eventID: eventId({ type, ...rest }, NAMESPACES), ...rest };
}

/** The day of the last thing that was said of the lot. */
function lastWord({ lot }: LotSource): IsoDate {
  return [lot.declared.on, lot.approved?.on, lot.recall?.on].filter((day) => day !== undefined).sort().at(-1) as IsoDate;
}

/** What the addresses in the events are called; the star stands with the lot. */
function masterData(source: LotSource, asOf: IsoDate) {
  const { product, pack } = source;
  const star = certificationDetails(source, asOf);
  const goods = { id: lotUrl(source), attributes: [{ id: DESCRIPTION, attribute: `${product.name}, ${pack.label}` }, ...(star === undefined ? [] : [{ id: 'gs1:certification', attribute: star }])] };
  const places = namedPlaces(source).map(named);
  return [
    { type: 'urn:epcglobal:epcis:vtype:EPCClass', vocabularyElementList: [goods, ...namedMaterials(source).map(named)] },
    ...(places.length === 0 ? [] : [{ type: 'urn:epcglobal:epcis:vtype:BusinessLocation', vocabularyElementList: places }]),
  ];
}

const DESCRIPTION = 'cbvmda:descriptionShort';

function named({ id, name }: NamedThing) {
  return { id, attributes: [{ id: DESCRIPTION, attribute: name }] };
}

function namedMaterials(source: LotSource): NamedThing[] {
  const processings = source.lot.steps.filter(({ kind }) => kind === 'processing');
  const all = source.lot.steps.flatMap((step): NamedThing[] => {
    if (step.kind === 'processing') return step.inputs.map((input) => ({ id: inputUrl(source, input, processings.indexOf(step)), name: input.material }));
    return step.kind === 'harvest' || step.kind === 'purchase' ? [{ id: materialUrl(source, step.material, step.materialLot), name: step.material }] : [];
  });
  return onceEach(all);
}

function namedPlaces(source: LotSource): NamedThing[] {
  return onceEach(
    source.lot.steps.flatMap((step) => {
      const id = placeUrl(source, step);
      const name = placeName(step);
      return id === undefined || name === undefined ? [] : [{ id, name }];
    }),
  );
}

function onceEach(things: readonly NamedThing[]): NamedThing[] {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()];
}
