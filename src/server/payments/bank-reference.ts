/**
 * One name for one movement on one account, whoever tells of it. Some channels write what the bank adds behind a
 * backslash, some do not; spaces and small letters mean nothing. Undefined where the bank gave no reference.
 */
export function bankReferenceOf(account: string, reference: string | undefined): string | undefined {
  const plain = (reference ?? '').split('\\', 1)[0]?.replace(/\s+/g, '').toUpperCase() ?? '';
  return plain === '' ? undefined : `${plainAccount(account)}:${plain}`;
}

/** Accounts are written with spaces, dashes and points in statements. */
export function plainAccount(account: string): string {
  return account.replace(/[^0-9A-Za-z]+/g, '').toUpperCase();
}
