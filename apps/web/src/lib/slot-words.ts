import type { SlotValue } from '@parley/domain/negotiation/script/slot';
import { type SlotName, slotWords } from '@parley/domain/negotiation/script/slot-name';
import type { Format } from './format.ts';

/** A slot as a script shows it: its figure, or null while its field is empty or not this reader's, and what it is. */
export type ShownSlot = { text: string | null; title: string };

function textOf(value: SlotValue, currency: string, format: Format): string | null {
  switch (value.is) {
    case 'money':
      return format.money(value.minor, currency);
    case 'percent':
      return format.percent(value.percent);
    case 'day':
      return format.day(value.on);
    case 'words':
      return value.text;
    case 'empty':
    case 'hidden':
      return null;
    default:
      return value satisfies never;
  }
}

/** How each slot reads for this person now. */
export function showSlots(values: Record<SlotName, SlotValue>, currency: string, format: Format) {
  return (name: SlotName): ShownSlot => {
    const { label, from } = slotWords[name];
    const value = values[name];
    const title = value.is === 'hidden' ? `${label}: not shared with you` : `${label}, from ${from}`;
    return { text: textOf(value, currency, format), title };
  };
}
