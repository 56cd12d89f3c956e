import type { Page } from '@playwright/test';

type Room = 'Overview' | 'Mission' | 'Debriefs' | 'Offer' | 'Negotiation' | 'Rounds';

/** Goes to another room of the opening that is on the screen. */
export async function enterRoom(page: Page, room: Room): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: room }).click();
}

/** Goes to another part of the negotiation that is on the screen. */
export async function enterPart(page: Page, part: 'Plan' | 'Ledger' | 'Terms' | 'Outcome'): Promise<void> {
  await page.getByRole('navigation', { name: 'Parts of the negotiation' }).getByRole('link', { name: part }).click();
}
