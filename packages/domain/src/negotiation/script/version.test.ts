import { expect, it } from 'vitest';
import { startingScript } from './script.ts';
import { canKeepVersion, compareVersions, latestVersion, listUnkept, mostVersions, type ScriptVersion } from './version.ts';

const version = (text: string, scriptId = 'script'): ScriptVersion => ({
  scriptId,
  name: 'First call',
  text,
  slots: [],
  why: 'saved',
  byId: null,
});
const script = { ...startingScript, text: 'I ask [a].', slots: [{ name: 'a', value: '120' }] };

it('compares two by words, with what was filled in', () => {
  const changes = compareVersions({ text: 'I ask for 95.', slots: [] }, { text: 'I ask for 98, please.', slots: [] });
  expect(changes.filter(({ kind }) => kind !== 'kept').map(({ kind, text }) => [kind, text])).toEqual([
    ['removed', '95'],
    ['added', '98, please'],
  ]);
  const filled = compareVersions({ ...script, slots: [{ name: 'a', value: '110' }] }, script);
  expect(filled.map(({ text }) => text).join('')).toContain('120');
  expect(compareVersions(script, script).every(({ kind }) => kind === 'kept')).toBe(true);
});

it('keeps what a share shows once, and nothing that is empty', () => {
  const other = { ...script, id: '0197f7a0-0000-7000-8000-000000000001' };
  const kept = { ...version(script.text), slots: script.slots };
  expect(listUnkept([script, other, { ...other, text: ' ' }], [version('Older'), kept])).toEqual([other]);
  expect(listUnkept([script], [kept, version('Newer')])).toEqual([script]);
  expect(listUnkept([{ ...script, name: 'Renamed' }], [kept])).toHaveLength(1);
  expect(listUnkept([{ ...script, slots: [{ name: 'a', value: '130' }] }], [kept])).toHaveLength(1);
  expect(latestVersion([version('One'), version('Two'), version('X', 'other')], 'script')?.text).toBe('Two');
});

it('is one of so many by hand', () => {
  expect([canKeepVersion(mostVersions - 1).allowed, canKeepVersion(mostVersions).allowed]).toEqual([true, false]);
});
