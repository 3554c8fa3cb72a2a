import { Banks, QRPay } from 'vietnam-qr-pay';

/** The one place that knows the VietQR library. What a QR symbol of NAPAS says: EMVCo fields closed by a CRC. */
export interface VietQr {
  /** Six digits that name the bank. */
  bin: string;
  /** Letters and digits, at most 19. */
  account: string;
  /** Whole đồng; undefined: the payer types it. */
  amountDong: number | undefined;
  /** What the transfer says, ASCII, at most 25 characters: banks drop or mangle anything else. */
  content: string | undefined;
}

/** Digits that fit into the amount field. */
const MOST_DONG = 9_999_999_999_999;

/** The text of the symbol. Throws `RangeError` for what a bank's app would not take. */
export function vietQrText({ bin, account, amountDong, content }: VietQr): string {
  if (!/^\d{6}$/.test(bin)) throw new RangeError(`"${bin}" is no bank number (BIN): it has six digits`);
  if (!/^[0-9A-Za-z]{1,19}$/.test(account)) throw new RangeError('an account has 1 to 19 letters and digits');
  if (amountDong !== undefined && !(Number.isSafeInteger(amountDong) && amountDong > 0 && amountDong <= MOST_DONG)) throw new RangeError(`${amountDong} is not a whole number of đồng that a transfer can have`);
  if (content !== undefined && !/^[0-9A-Za-z][0-9A-Za-z ]{0,24}$/.test(content)) throw new RangeError('the content of a transfer has 1 to 25 letters, digits and spaces, without marks');
  return QRPay.initVietQR({
    bankBin: bin,
    bankNumber: account,
    ...(amountDong !== undefined && { amount: String(amountDong) }),
    ...(content !== undefined && { purpose: content }),
  }).build();
}

/** What a symbol asks for; undefined for any other text, and where the CRC does not fit. */
export function readVietQr(text: string): VietQr | undefined {
  // The library counts UTF-16 units, phones count bytes: only where both are one is the reading the same.
  if (!/^[\x20-\x7e]{20,512}$/.test(text)) return undefined;
  const read = new QRPay(text);
  const { bankBin, bankNumber } = read.consumer;
  if (!read.isValid || read.currency !== '704' || bankBin === undefined || bankNumber === undefined) return undefined;
  if (read.amount !== undefined && !/^\d{1,13}$/.test(read.amount)) return undefined;
  return { bin: bankBin, account: bankNumber, amountDong: read.amount === undefined ? undefined : Number(read.amount), content: read.additionalData.purpose };
}

/** How people call a bank: `Vietcombank`; undefined for a number that is not in the list. */
export function bankName(bin: string): string | undefined {
  return Banks.find((bank) => bank.bin === bin)?.shortName;
}
