import type { RawRegister } from '../raw-register.ts';
import { stringsOf, type StringAt } from './strings-of.ts';

const read = new WeakMap<RawRegister, readonly (StringAt & { file: string })[]>();

/** Every string of every record, list and editorial text of the register, with the file it stands in. */
export function allStrings(register: RawRegister): readonly (StringAt & { file: string })[] {
  const known = read.get(register) ?? readStrings(register);
  read.set(register, known);
  return known;
}

function readStrings(register: RawRegister): (StringAt & { file: string })[] {
  const records = [
    { file: 'content/site.yaml', record: register.site },
    { file: 'content/product-groups.yaml', record: register.groups },
    { file: 'content/group-rules.yaml', record: register.groupRules },
    ...register.products,
    ...register.producers,
    ...register.decisions,
    ...register.lots,
    ...register.offers,
    ...register.outlets,
    ...register.events,
    ...register.baskets,
    ...register.vouchers,
    ...(register.practice === undefined ? [] : [{ file: 'content/samples/site.yaml', record: register.practice }]),
  ];
  return [
    ...records.flatMap(({ file, record }) => stringsOf(record).map((string) => ({ file, ...string }))),
    ...register.texts.map(({ file, text }) => ({ file, field: 'text', text })),
  ];
}
