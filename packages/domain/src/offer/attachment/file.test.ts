import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName, isNamedAs, mostBytes, savedName, tidyName } from './attachment.ts';
import { checkFile, kindOf, wrongAtSight, wrongSize } from './file.ts';
import { lookIntoPdf } from './pdf.ts';

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const inflate = (packed: Uint8Array, most: number) => {
  try {
    return inflateSync(packed, { maxOutputLength: most });
  } catch {
    return null;
  }
};
const look = (text: string) => lookIntoPdf(bytes(text), inflate);
const latin = (packed: Uint8Array) => Buffer.from(packed).toString('latin1');

const png = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01';
const pdf = (objects: string) => `%PDF-1.7\n${objects}\ntrailer << /Root 1 0 R >>\n%%EOF`;
const catalog = '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj';
const action = '5 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj';
const packedObjects = (text: string, more = '/Filter /FlateDecode') =>
  `7 0 obj << /Type /ObjStm /N 1 /First 4 ${more} >>\nstream\n${latin(deflateSync(bytes(text)))}\nendstream endobj`;

describe('what a file is', () => {
  it.each([
    ['pdf', pdf(catalog)],
    ['png', png],
    ['jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['text', 'Dear Ana,\r\n\tyour salary is 5 000 \u00e9.\f<ana@example.org> a < b'],
    [null, ''],
    [null, 'PK\x03\x04 a document of words'],
    [null, 'MZ\x90\0'],
    [null, '\x89PNG\r\n\x1a\nIDAT'],
    [null, '<!DOCTYPE html><p>Dear Ana'],
    [null, '  <html><body onload=x()>'],
    [null, 'Dear Ana <script>alert(1)</script>'],
    [null, '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'],
    [null, '<?xml version="1.0"?><svg/>'],
    [null, '{\\rtf1 Dear Ana}'],
    [null, '%!PS-Adobe-3.0'],
  ])('%s', (kind, text) => expect(kindOf(bytes(text))).toBe(kind));

  it('is asked of the bytes, and the name has to agree', () => {
    expect(wrongAtSight('letter.pdf', bytes(png))).toBe(
      'This file is called .pdf but holds a PNG picture. Choose the letter itself, or give it its right name.',
    );
    expect(wrongAtSight('letter.exe', bytes('Dear Ana'))).toContain('called .exe but holds plain text');
    expect(wrongAtSight('letter.html', bytes('<script>'))).toContain('can hold a script');
    expect(wrongAtSight('letter.png', bytes('PK\x03\x04'))).toContain('something else');
    for (const name of ['letter.png', 'Letter.PNG', 'letter', 'Offer v1.2', 'offer 2026'])
      expect(wrongAtSight(name, bytes(png))).toBeNull();
  });

  it('has a size from one byte to 5 MB', () => {
    expect(wrongSize(0)).toContain('empty');
    expect(wrongSize(1)).toBeNull();
    expect(wrongSize(mostBytes)).toBeNull();
    expect(wrongSize(mostBytes + 1)).toContain('over 5 MB');
  });

  it('is refused beside its field', () => {
    expect(checkFile('letter.pdf', bytes(pdf(catalog)), inflate)).toBe('pdf');
    expect(() => checkFile('letter.pdf', bytes(pdf(`${catalog} ${action}`)), inflate)).toThrow(
      expect.objectContaining({ code: 'invalid', path: 'body', message: expect.stringContaining('holds a script') }),
    );
    expect(() => checkFile('letter.pdf', new Uint8Array(), inflate)).toThrow('This file is empty.');
  });
});

describe('a script in a PDF', () => {
  it.each([
    ['an action', `${catalog} ${action}`],
    ['a name with its letters hidden', `${catalog} 5 0 obj << /S /#4aavaScript /J#53 6 0 R >> endobj`],
    ['after a string that pretends to go on', `${catalog} 5 0 obj << /T (a \\( b) /JS 6 0 R >> endobj`],
    ['after a comment that pretends to be a string', `${catalog} 5 0 obj << % (\n /JS 6 0 R >> endobj`],
    ['packed', `${catalog} ${packedObjects('<< /S /JavaScript /JS (x) >>')}`],
    ['packed, in a list of one filter', `${catalog} ${packedObjects('<< /JS 1 0 R >>', '/Filter [ /FlateDecode ]')}`],
    ['in objects that are not packed', `${catalog} 7 0 obj << /Type /ObjStm >>\nstream\n<< /JS 1 0 R >>\nendstream endobj`],
    [
      'an object inside of what claims to be a picture',
      `${catalog} 4 0 obj << /Filter /DCTDecode >>\nstream\n${action}\nendstream`,
    ],
    ['a program to start', `${catalog} 5 0 obj << /S /Launch /F (x.exe) >> endobj`],
    ['a form of the other kind', `${catalog} 5 0 obj << /AcroForm << /XFA 6 0 R >> >> endobj`],
  ])('%s', (_, objects) => expect(look(pdf(objects))).toBe('script'));

  it('is not seen where there is none', () => {
    const words = '3 0 obj << /Length 40 >>\nstream\nBT (Senior React /JS developer) Tj ET\nendstream endobj';
    expect(look(pdf(`${catalog} ${words} 4 0 obj << /Title (Java/JavaScript) /JSON 1 >> endobj`))).toBe('clean');
    expect(look(pdf(`${catalog} ${packedObjects('<< /Type /Page /Contents 3 0 R >>')}`))).toBe('clean');
    const drawn = `4 0 obj << /Filter /FlateDecode >>\nstream\n${latin(deflateSync(bytes('/JS gs')))}\nendstream endobj`;
    expect(look(pdf(`${catalog} ${drawn}`))).toBe('clean');
  });

  it('cannot be looked for in what is locked or packed otherwise', () => {
    expect(look(`%PDF-1.7\n${catalog}\ntrailer << /Encrypt 9 0 R /Root 1 0 R >>`)).toBe('locked');
    const objects = '<< /S /JavaScript >>';
    for (const more of [
      '/Filter /LZWDecode',
      '/Filter [ /ASCIIHexDecode /FlateDecode ]',
      '/Filter 9 0 R',
      '/Filter /FlateDecode /DecodeParms << /Predictor 12 >>',
      '/Filter /FlateDecode /DecodeParms 9 0 R',
    ])
      expect(look(pdf(`${catalog} ${packedObjects(objects, more)}`)), more).toBe('unreadable');
    const bomb = latin(deflateSync(new Uint8Array(50 * 1024 * 1024)));
    expect(look(pdf(`7 0 obj << /Type /ObjStm /Filter /FlateDecode >>\nstream\n${bomb}\nendstream`))).toBe('unreadable');
  });

  it('is looked for in time that grows with the file alone', () => {
    for (const unit of ['%', '(', '>>', '1 0 obj', '<< /A /B >> stream\n', '1 ', '\\', '#', '/Filter '])
      expect(['clean', 'script', 'locked', 'unreadable']).toContain(look(`%PDF-${unit.repeat(1_000_000 / unit.length)}`));
  }, 20_000);

  it('is answered whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (tail) => {
        expect(() => lookIntoPdf(Uint8Array.from([...bytes('%PDF-1.7 1 0 obj <<>>stream\n'), ...tail]), inflate)).not.toThrow();
      }),
    );
  });
});

describe('the name of a file', () => {
  it('is kept as it is, without what does not belong in one', () => {
    expect(tidyName('Offer Müller (final).pdf')).toBe('Offer Müller (final).pdf');
    expect(tidyName('../a\\b\u202egnp.pdf')).toBe('.. a b gnp.pdf');
    expect(tidyName('\u200b')).toBe('letter');
    expect(tidyName(`${'x'.repeat(300)}.pdf`)).toHaveLength(120);
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => fileName.safeParse(tidyName(name)).success));
  });
  it('gets an ending when it is saved without one', () => {
    expect(savedName('letter', 'jpeg')).toBe('letter.jpg');
    expect(savedName('letter.jpeg', 'jpeg')).toBe('letter.jpeg');
    expect(isNamedAs('text', 'letter.txt')).toBe(true);
    expect(isNamedAs('text', 'letter.pdf')).toBe(false);
  });
});
