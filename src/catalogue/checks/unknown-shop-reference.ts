import type { Problem } from '../../domain/problem.ts';
import type { RawRegister } from '../raw-register.ts';
import { type Check, errorAt } from './check.ts';
import { notFound } from './not-found.ts';
import { deliveriesIn } from './shop-prices.ts';

export const unknownShopReference: Check = {
  id: 'unknown-shop-reference',
  reach: 'register',
  description: 'Outlets, events, vouchers and the rules of delivery name records that there are.',
  run(register) {
    const named = (where: string, ids: readonly { file: string; field: string; id: string | undefined }[], known: ReadonlySet<string>, kind?: 'product' | 'producer'): Problem[] =>
      ids.flatMap(({ file, field, id }) => (id === undefined || known.has(id) ? [] : [errorAt(file, field, notFound(id, where, known, register.moved.filter((moved) => moved.kind === kind)))]));
    return [
      ...named('content/products/', [...listed(register.outlets, 'products'), ...listed(register.events, 'products'), ...listed(register.vouchers, 'products')], idsOf(register.products), 'product'),
      ...named('content/producers/', listed(register.outlets, 'producers'), idsOf(register.producers), 'producer'),
      ...named('content/outlets/', [...register.events.map(({ file, record }) => ({ file, field: 'outlet', id: record.outlet })), ...pickups(register)], idsOf(register.outlets)),
      ...named('content/events/', register.vouchers.map(({ file, record }) => ({ file, field: 'event', id: record.event })), idsOf(register.events)),
    ];
  },
};

function listed<K extends 'products' | 'producers'>(records: readonly { file: string; record: { readonly [key in K]?: readonly string[] | undefined } }[], key: K): { file: string; field: string; id: string }[] {
  return records.flatMap(({ file, record }) => (record[key] ?? []).map((id, at) => ({ file, field: `${key}.${at}`, id })));
}

function pickups(register: RawRegister): { file: string; field: string; id: string }[] {
  return deliveriesIn(register).flatMap(({ file, delivery }) => delivery.pickup.map((id, at) => ({ file, field: `delivery.pickup.${at}`, id })));
}

function idsOf(records: readonly { id: string }[]): Set<string> {
  return new Set(records.map(({ id }) => id));
}
