import { useMemo } from 'react';
import { guessPerson, usePerson } from '../../lib/person.ts';
import { listZones } from '../../lib/time/zoned.ts';
import { SelectField, type SelectFieldProps } from './select-field.tsx';

/** A time zone by continent and city, with the offset of today; typing finds a city. */
export function ZoneField(props: Omit<SelectFieldProps, 'options'>) {
  const { zone } = usePerson();
  const groups = useMemo(() => groupZones(listZones(zone, guessPerson().zone)), [zone]);
  return <SelectField {...props} options={groups} />;
}

function groupZones(zones: readonly string[]) {
  const continents = new Map<string, { value: string; label: string }[]>();
  for (const zone of zones) {
    const continent = zone.includes('/') ? (zone.split('/')[0] ?? zone) : 'World';
    continents.set(continent, [...(continents.get(continent) ?? []), { value: zone, label: cityOf(zone) }]);
  }
  return [...continents].map(([label, options]) => ({ label, options }));
}

function cityOf(zone: string): string {
  const place = zone.split('/').slice(1).reverse().join(', ').replaceAll('_', ' ') || zone;
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts();
  return `${place} (${parts.find((part) => part.type === 'timeZoneName')?.value ?? ''})`;
}
