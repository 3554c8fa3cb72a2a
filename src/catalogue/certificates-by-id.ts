import type { Certificate } from '../domain/certificate.ts';
import type { ProductFacts } from './product-facts.ts';

type ById = ReadonlyMap<string, Certificate>;

let last: { facts: readonly ProductFacts[]; byId: ById } | undefined;

/** Those of all products. Of a list that differs in a few places from the one before only these are looked at. */
export function certificatesById(facts: readonly ProductFacts[]): ById {
  const byId = last === undefined || last.facts.length !== facts.length ? indexOf(facts) : changed(last.byId, last.facts, facts);
  last = { facts, byId };
  return byId;
}

function indexOf(facts: readonly ProductFacts[]): ById {
  const byId = new Map<string, Certificate>();
  for (const { certificates } of facts) for (const certificate of certificates) byId.set(certificate.id, certificate);
  return byId;
}

function changed(before: ById, old: readonly ProductFacts[], now: readonly ProductFacts[]): ById {
  const others = now.flatMap((facts, at) => (facts === old[at] ? [] : [at]));
  if (others.length === 0) return before;
  if (others.length > now.length / 10) return indexOf(now);
  const byId = new Map(before);
  for (const at of others) for (const { id } of old[at]?.certificates ?? []) byId.delete(id);
  for (const at of others) for (const certificate of now[at]?.certificates ?? []) byId.set(certificate.id, certificate);
  return byId;
}
