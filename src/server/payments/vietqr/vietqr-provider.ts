import type { OrderToPay, PaymentProvider } from '../payment-provider.ts';
import { bankName, vietQrText } from './vietqr-text.ts';

/** Where transfers go; `name` is of the account's owner. */
export interface BankAccount {
  bin: string;
  bank: string;
  account: string;
  name: string;
}

/** A transfer by QR code: nothing is asked of anybody, and the money is found by its words. What is paid back goes by hand. */
export function vietQrProvider(bank: BankAccount, practicePage?: (order: OrderToPay) => string): PaymentProvider {
  return {
    id: 'vietqr',
    async begin(order) {
      const { dueDong, transferCode } = order;
      return {
        kind: 'vietqr',
        qr: vietQrText({ bin: bank.bin, account: bank.account, amountDong: dueDong, content: transferCode }),
        bank: bankName(bank.bin) ?? bank.bank,
        account: bank.account,
        holder: bank.name,
        amountDong: dueDong,
        content: transferCode,
        ...(practicePage !== undefined && { practiceUrl: practicePage(order) }),
      };
    },
    async refund() {
      return 'by-hand';
    },
  };
}
