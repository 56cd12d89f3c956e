import { book, type Playbook, type Situation } from './playbook.ts';

/** What changes in a special situation, in our own words. */
export const situationPlaybooks: Record<Situation, Playbook> = {
  'low-offer': book('low-offer', 'The offer is far too low', [
    'Say so once, without heat, with the figure that would work and why.',
    'Ask how they came to it: perhaps the level is wrong, not the pay.',
    'Be ready to find that it is not viable.',
  ]),
  'short-deadline': book('short-deadline', 'Hardly any time to answer', [
    'Ask for a day on which you can answer well, and name it.',
    'Ask what happens on the day of their deadline.',
    'Write down a refusal: it says something about them.',
  ]),
  'non-negotiable': book('non-negotiable', '“It is not negotiable”', [
    'Ask which parts that covers.',
    'Go through sign-on, equity, leave, start date and review date one by one.',
    'Ask for what helps you succeed; it comes out of another pocket.',
  ]),
  'out-of-work': book('out-of-work', 'Without a job at present', [
    'Argue from the market, the scope and what it costs them to go on searching.',
    'Negotiate softly, but negotiate: having no job obliges nobody to take less than the work is worth.',
    'Know what months without pay cost you before you set the walk-away.',
  ]),
  'competing-offers': book('competing-offers', 'Another offer in hand', [
    'Name it only if it exists, and without a threat.',
    'Say what would make you choose them.',
    'Bring the deadlines together before you compare.',
  ]),
  'several-rounds': book('several-rounds', 'It takes several rounds', [
    'Put every ask on the table in the first round.',
    'Expect their steps to shrink, and look at your target, not at the last step.',
    'Do not come back for small things.',
  ]),
  'accepted-too-soon': book('accepted-too-soon', 'Accepted too soon', [
    'Reopen only for a fact that is truly new.',
    'Ask for an early review instead, with the result it depends on.',
    'Write down what you will do differently next time.',
  ]),
  'enough-offered': book('enough-offered', 'They offer what you said you wanted', [
    'Hold the offer against what you told them: asking for more than that can look inconsistent.',
    'Ask for more only with a reason that is new to them: a wider scope, another level, another offer.',
    'Ask for what you need to succeed all the same. That is no haggling.',
    'If it is far above what you hoped for and surely at its top, say yes.',
  ]),
  'pay-fixed': book('pay-fixed', 'Pay is truly fixed', [
    'Ask for time: more leave, a shorter week, a later start, days of your own choice.',
    'Ask for place: days at home, an office nearer by, a month a year from elsewhere, help with moving.',
    'Ask for money that is not pay: sign-on, courses and conferences, equipment, travel, child care.',
    'Ask for safety: a longer notice period, severance, the title in writing, a review of pay on a date.',
    'Take two or three of these, not ten.',
  ]),
  'by-mail': book('by-mail', 'They want it by mail', [
    'Offer a call all the same: twenty minutes, and you send what was said afterwards.',
    'If it stays with mail: one mail, gladness first, then one ask with its reason.',
    'Write nothing that you would not want read aloud in their meeting.',
    'Let a night pass before you send a reply to a no.',
  ]),
};
