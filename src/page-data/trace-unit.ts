import { producerPath } from '../paths.ts';
import { placeView } from './place-view.ts';
import type { TraceContext } from './trace-context.ts';
import type { TracePart } from './trace-field.ts';
import { localName } from './trace-product.ts';

/** The name on the pack stands beside a translated one. */
export function nameParts({ product, text }: TraceContext): TracePart[] {
  const name = localName(product, text);
  return name === product.name ? [{ text: name }] : [{ text: name }, { text: product.name, lang: 'vi' }];
}

/** Who makes it; no source may name one. */
export function unitName({ view, product, text }: TraceContext): TracePart {
  const producer = product.producerId === undefined ? undefined : view.catalogue.producer(product.producerId);
  return producer === undefined ? { unknown: true } : { text: producer.name, href: producerPath(text, producer.id), ...(text === 'en' && { lang: 'vi' }) };
}

/** A household's own address only with its consent; the commune of making is public. */
export function unitAddress({ view, product, text, t }: TraceContext): TracePart {
  const contact = product.producerId === undefined ? undefined : view.catalogue.producer(product.producerId)?.contact;
  if (contact?.consent === true && contact.address !== undefined) return { text: contact.address, ...(text === 'en' && { lang: 'vi' }) };
  const { line, commune } = placeView(view, product, text);
  return line === undefined ? { unknown: true } : { text: line, href: commune?.href, note: t('trace.addressFromRecord') };
}
