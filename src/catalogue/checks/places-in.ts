import type { PlaceAsSigned } from '../../domain/decision.ts';
import type { PlaceEra, ResolvedPlace } from '../../domain/place.ts';
import { resolvePlace } from '../../domain/resolve-place.ts';
import type { RawRegister } from '../raw-register.ts';
import type { DecisionRecord } from '../schemas/decision.ts';

/** One place where it is written, and what it is today. */
export interface PlaceIn {
  file: string;
  /** `place` or `lines.0.asSigned.place`. */
  field: string;
  place: PlaceAsSigned;
  resolved: ResolvedPlace;
}

const resolvedOnce = new WeakMap<RawRegister, readonly PlaceIn[]>();

/** Every place with at least one name. */
export function placesIn(register: RawRegister): readonly PlaceIn[] {
  const known = resolvedOnce.get(register) ?? resolvePlaces(register);
  resolvedOnce.set(register, known);
  return known;
}

function resolvePlaces(register: RawRegister): PlaceIn[] {
  const products = register.products.map(({ file, record }) => ({ file, field: 'place', place: record.place, era: record.placeEra }));
  const lines = register.decisions.flatMap(({ file, record }) =>
    record.lines.map(({ asSigned }, line) => ({
      file,
      field: `lines.${line}.asSigned.place`,
      place: asSigned?.place ?? {},
      era: eraOf(record),
    })),
  );
  // The places of practice lots, outlets and events are made up like their producer.
  const steps = register.lots.filter(({ sample }) => !sample).flatMap(({ file, record }) =>
    record.steps.map(({ place = {} }, step) => ({ file, field: `steps.${step}.place`, place, era: 'current' as const })),
  );
  const shops = [...register.outlets, ...register.events].filter(({ sample }) => !sample).map(({ file, record }) => ({ file, field: 'place', place: record.place, era: 'current' as const }));
  return [...products, ...lines, ...steps, ...shops]
    .filter(({ place }) => Object.values(place).some((name) => name !== undefined))
    .map(({ era, ...written }) => ({ ...written, resolved: resolvePlace(register.placeIndex, written.place, era) }));
}

/** Today's era finds former names too, so it also serves where no date says which names are meant. */
function eraOf({ signedOn, attestedOn }: DecisionRecord): PlaceEra {
  const day = signedOn ?? attestedOn;
  return day !== undefined && day < '2025-07' ? 'before-2025-07-01' : 'current';
}
