import { describe, expect, it } from 'vitest';
import { mostBytes, readCsv } from './read-csv.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const codes = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const bytes = [...(mark ? [0xfeff] : []), ...codes].flatMap((code) =>
    little ? [code & 255, code >> 8] : [code >> 8, code & 255],
  );
  return Uint8Array.from(bytes);
}
const list = 'Company,Role\r\n"Müller, Söhne","Lead\nEngineer"\r\n\r\nAcme,Writer\r\n';
const read = {
  header: ['Company', 'Role'],
  rows: [
    ['Müller, Söhne', 'Lead\nEngineer'],
    ['Acme', 'Writer'],
  ],
};

describe('a list', () => {
  it.each([
    ['UTF-8', utf8(list)],
    ['UTF-8 with its mark', utf8(`\ufeff${list}`)],
    ['UTF-16, little end first', utf16(list, true, true)],
    ['UTF-16, big end first', utf16(list, false, true)],
    ['UTF-16 without a mark', utf16(list, true, false)],
    ['Windows’ own letters', Uint8Array.from(list, (letter) => letter.charCodeAt(0))],
    ['semicolons', utf8(list.replaceAll('Company,Role', 'Company;Role').replaceAll('",', '";').replaceAll('Acme,', 'Acme;'))],
    [
      'tabs',
      utf16(list.replaceAll('Company,Role', 'Company\tRole').replaceAll('",', '"\t').replaceAll('Acme,', 'Acme\t'), true, true),
    ],
  ])('in %s is read', (_, bytes) => {
    expect(readCsv(bytes)).toEqual(read);
  });

  it('of 50,000 lines is refused at once, in words', () => {
    const begun = performance.now();
    expect(() => readCsv(utf8(`Company,Role\n${'Acme,Engineer\n'.repeat(50_000)}`))).toThrow('more than 2,000 lines');
    expect(performance.now() - begun).toBeLessThan(1_500);
  });

  it('that is none says so', () => {
    expect(() => readCsv(utf8('hello'))).toThrow('This is no table');
    expect(() => readCsv(utf8(''))).toThrow('This is no table');
    expect(() => readCsv(utf8('a,b\n'))).toThrow('only the names');
    expect(() => readCsv(new Uint8Array(mostBytes + 1))).toThrow('larger than 10 MB');
  });
});
