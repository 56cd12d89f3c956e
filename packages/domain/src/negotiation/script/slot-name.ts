/** The figures and facts of the plan that a script can name in braces, in the order in which they are offered. */
export const slotNames = [
  'target',
  'target total',
  'base',
  'bonus',
  'sign-on',
  'my last base',
  'first ask',
  'its amount',
  'its reason',
  'deadline',
  'their name',
  'company',
  'role',
] as const;
export type SlotName = (typeof slotNames)[number];

/** What each is called in a list, and where its figure is written. */
export const slotWords: Record<SlotName, { label: string; from: string }> = {
  target: { label: 'Target base', from: 'your numbers' },
  'target total': { label: 'Target, four years', from: 'your numbers' },
  base: { label: 'Base they offer', from: 'the ledger or the offer' },
  bonus: { label: 'Bonus they offer', from: 'the ledger or the offer' },
  'sign-on': { label: 'Sign-on they offer', from: 'the ledger' },
  'my last base': { label: 'Base you asked for last', from: 'the ledger' },
  'first ask': { label: 'Your first ask', from: 'your asks' },
  'its amount': { label: 'Amount of your first ask', from: 'your asks' },
  'its reason': { label: 'Reason of your first ask', from: 'your asks' },
  deadline: { label: 'Day of your answer', from: 'the offer' },
  'their name': { label: 'Name of the manager or recruiter', from: 'the people of this opportunity' },
  company: { label: 'Company', from: 'the opportunity' },
  role: { label: 'Role', from: 'the opportunity' },
};

/** Whether braces round this name a figure of the plan. */
export function isFigureSlot(name: string): name is SlotName {
  return slotNames.some((one) => one === name);
}
