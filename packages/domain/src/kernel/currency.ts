const places = new Map<string, number>();
for (const code of 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ')) places.set(code, 0);
for (const code of 'BHD IQD JOD KWD LYD OMR TND'.split(' ')) places.set(code, 3);
for (const code of 'CLF UYW'.split(' ')) places.set(code, 4);

/** How many decimals the currency's smallest unit has (ISO 4217): JPY 0, USD 2, KWD 3. */
export const exponentOf = (currency: string): number => places.get(currency) ?? 2;

/** Smallest units as a plain decimal of the currency's unit: 14500050 of USD is `145000.50`. */
export function toDecimal(amount: number, currency: string): string {
  const digits = exponentOf(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const sign = amount < 0 ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
