/** `12,50 %` → the exact decimal `12.5`; null when it is no plain number. */
export function readDecimal(text: string): string | null {
  const found = /^([-−]?)0*(\d+)?(?:[.,](\d*))?$/.exec(text.replace(/[\s%]/g, ''));
  if (!found || !/\d/.test(text)) return null;
  const [, sign = '', whole = '', part = ''] = found;
  const tail = part.replace(/0+$/, '');
  const size = `${whole || '0'}${tail ? `.${tail}` : ''}`;
  return sign && size !== '0' ? `-${size}` : size;
}

/** `12'000` or `12,000` → 12000; NaN when it is no whole number that can be counted exactly. */
export function readWhole(text: string): number {
  const bare = text.trim().replace(/[\s'’]/g, '');
  const grouped = /^-?\d{1,3}([.,]\d{3})+$/.test(bare) ? bare.replace(/[.,]/g, '') : bare;
  const value = /^-?\d+$/.test(grouped) ? Number(grouped) : Number.NaN;
  return Number.isSafeInteger(value) ? value : Number.NaN;
}
