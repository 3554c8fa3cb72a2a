import type { Lot } from '../domain/lot.ts';

/** `<product>/<code>`: a lot's id in the register, in digests and in page inputs. */
export function lotId({ productId, code }: Pick<Lot, 'productId' | 'code'>): string {
  return `${productId}/${code}`;
}

export function lotOfId(id: string): Pick<Lot, 'productId' | 'code'> {
  const slash = id.indexOf('/');
  return { productId: id.slice(0, slash), code: id.slice(slash + 1) };
}
