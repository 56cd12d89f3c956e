import { describe, expect, it } from 'vitest';
import { failureOf } from './failure.ts';
import { isField, sameShape } from './form.ts';

const values = { role: '', base: null, asks: [{ title: '' }], people: { manager: '' } };

describe('a refusal of the server lands beside its field', () => {
  it('finds the field by its path, also in lists', () => {
    expect(['role', 'base', 'asks.0.title', 'people.manager'].map((path) => isField(path, values))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['', 'x-parley-key', 'asks.1.title', 'role.length', 'toString'].some((path) => isField(path, values))).toBe(false);
  });
});

describe('a kept draft comes back only into the form it was typed in', () => {
  it('with the same fields of the same kind', () => {
    expect(sameShape({ ...values, role: 'Staff engineer', base: 185_000 }, values)).toBe(true);
    expect(sameShape({ ...values, base: null }, { ...values, base: 5 })).toBe(true);
  });

  it.each([null, 'text', {}, { ...values, more: 1 }, { ...values, role: 7 }, { ...values, asks: {} }])('not %j', (held) =>
    expect(sameShape(held, values)).toBe(false),
  );
});

describe('a failure is read, whatever was thrown', () => {
  it('takes what the server says', () => {
    const data = {
      code: 'BAD_REQUEST',
      id: null,
      message: 'Look again.',
      fields: [{ path: 'role', message: 'Write the role.' }],
      newer: null,
    };
    expect(failureOf(Object.assign(new Error('x'), { data }))).toEqual(data);
  });

  it('no answer is "offline", with no word of the program in it', () => {
    expect(failureOf(new TypeError('fetch failed: ECONNREFUSED'))).toMatchObject({ code: 'OFFLINE', id: null });
    expect(failureOf(new TypeError('ECONNREFUSED')).message).not.toContain('ECONN');
    expect(failureOf(undefined).code).toBe('OFFLINE');
  });

  it('drops what does not look like a sentence beside a field', () => {
    const data = { code: 'BAD_REQUEST', message: '', fields: [{ path: 1 }, null, 'x'] };
    expect(failureOf({ data })).toMatchObject({ fields: [], message: expect.stringContaining('went wrong') });
  });
});
