import type { OrderPerson } from '../../domain/order.ts';
import { parsePhoneNumber } from '../../domain/phone-number.ts';
import type { OrderProblem } from './order-problem.ts';
import type { OrderRequest } from './order-request.ts';

const MAIL = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]{2,}$/;
const TAX_CODE = /^\d{10}(?:-?\d{3})?$|^\d{12}$/;

/** Who orders. A mail address is not needed, a telephone is: somebody may have to call. */
export function checkBuyer({ buyer, invoice }: Pick<OrderRequest, 'buyer' | 'invoice'>): { person: OrderPerson } | { problems: OrderProblem[] } {
  const name = oneLine(buyer.name);
  const phone = parsePhoneNumber(buyer.phone);
  const email = oneLine(buyer.email ?? '');
  const note = (buyer.note ?? '').normalize('NFC').replace(/[^\P{C}\n]/gu, ' ').trim();
  const problems: OrderProblem[] = [];
  const refuse = (field: string, kind: 'name' | 'phone' | 'email' | 'company' | 'tax-code' | 'company-address'): void => void problems.push({ field, fault: { kind } });
  if (!/\p{L}.*\p{L}/u.test(name)) refuse('buyer.name', 'name');
  if (phone === undefined) refuse('buyer.phone', 'phone');
  if (email !== '' && !MAIL.test(email)) refuse('buyer.email', 'email');
  const bill = invoice && { company: oneLine(invoice.company), taxCode: invoice.taxCode.replace(/\s/g, ''), address: oneLine(invoice.address), email: oneLine(invoice.email ?? '') };
  if (bill !== undefined) {
    if (bill.company === '') refuse('invoice.company', 'company');
    if (!TAX_CODE.test(bill.taxCode)) refuse('invoice.taxCode', 'tax-code');
    if (bill.address === '') refuse('invoice.address', 'company-address');
    if (bill.email !== '' && !MAIL.test(bill.email)) refuse('invoice.email', 'email');
  }
  if (problems.length > 0 || phone === undefined) return { problems };
  const { email: billEmail, ...billed } = bill ?? { email: '' };
  return {
    person: {
      name,
      phone,
      ...(email !== '' && { email }),
      ...(note !== '' && { note }),
      ...('company' in billed && { invoice: { ...billed, ...(billEmail !== '' && { email: billEmail }) } }),
    },
  };
}

/** NFC, without control characters and needless spaces. */
export function oneLine(text: string): string {
  return text.normalize('NFC').replace(/[\p{C}\s]+/gu, ' ').trim();
}
