/** `--products 20000` in the arguments, as a whole number. */
export function option(args: readonly string[], name: string, fallback: number): number {
  const place = args.indexOf(`--${name}`);
  const value = place === -1 ? fallback : Number(args[place + 1]);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} needs a whole number above 0`);
  return value;
}
