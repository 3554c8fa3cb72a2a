import type { PartialDate } from '../../domain/calendar-day.ts';
import type { RawRegister } from '../raw-register.ts';
import { stringsOf } from './strings-of.ts';

/** One date where it is written. */
export interface DateIn {
  file: string;
  field: string;
  date: PartialDate;
}

const PAST = /(?:^|\.)(?:signedOn|attestedOn|lapsedBy|readOn|issuedOn|producedOn|packedOn|(?:declared|approved|recall|steps\.\d+)\.on)$/;
const OF_AN_ACT = /(?:^|\.)(?:signedOn|attestedOn|lapsedBy|validUntil)$/;

/** Dates of what has happened already: signed, attested, lapsed, read, declared; a lot made, packed, every step of it. */
export function datesOfThePast(register: RawRegister): DateIn[] {
  return datesNamed(register, PAST);
}

/** Dates of the acts of the programme: signed, attested, lapsed, valid until. */
export function datesOfActs(register: RawRegister): DateIn[] {
  return datesNamed(register, OF_AN_ACT);
}

function datesNamed(register: RawRegister, name: RegExp): DateIn[] {
  return [...register.products, ...register.producers, ...register.decisions, ...register.lots].flatMap(({ file, record }) =>
    stringsOf(record)
      .filter(({ field }) => name.test(field))
      .map(({ field, text }) => ({ file, field, date: text })),
  );
}
