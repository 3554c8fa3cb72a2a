import { checkCharacterOf } from './trace-code.ts';

/** Số đơn: counts up, and its last character checks the digits, for the telephone. `DH000123F`. */
export type OrderNumber = string;

const DIGITS = 6;

/** @throws RangeError for anything but a whole number from 1 on. */
export function orderNumber(sequence: number): OrderNumber {
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError(`${sequence} is no number of an order`);
  const digits = String(sequence).padStart(DIGITS, '0');
  return `DH${digits}${checkCharacterOf(digits)}`;
}

/** `DH-000123-F`, to read aloud and to print. */
export function spacedOrderNumber(number: OrderNumber): string {
  return `${number.slice(0, 2)}-${number.slice(2, -1)}-${number.slice(-1)}`;
}

/** The number as issued, however it was typed; undefined when a character is wrong. */
export function parseOrderNumber(typed: string): OrderNumber | undefined {
  if (typed.length > 60) return undefined;
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[\s\-\u2010-\u2015.]+/g, '').replace(/^[DĐ]H/, '');
  const parts = /^(\d{6,15})([0-9A-Z])$/.exec(plain);
  if (parts === null) return undefined;
  const [, digits = '', typedCheck = ''] = parts;
  const check = { I: '1', L: '1', O: '0' }[typedCheck] ?? typedCheck;
  return checkCharacterOf(digits) === check ? `DH${digits}${check}` : undefined;
}
