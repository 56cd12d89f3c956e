import { readStopLink } from '@parley/db/seal';
import { stopToken } from '@parley/domain/mail/input';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Deps } from './context.ts';
import { standAsPost, stopCouncilMail, stopMail } from './mail/post-rows.ts';

/**
 * Where a mail program, or the page behind a mail's link, ends all mail (RFC 8058). Only a POST does it, without a cookie:
 * the token says whose mail. To look at the address leads to the page with the button.
 */
export function createUnsubscribe({ line, keys }: Pick<Deps, 'line' | 'keys'>): Hono {
  const app = new Hono();
  app.get('/mail/stop/:token', (c) => {
    const { success, data } = stopToken.safeParse(c.req.param('token'));
    return success ? c.redirect(`/unsubscribe#${data}`, 303) : c.text('Not found', 404);
  });
  app.post('/mail/stop/:token', bodyLimit({ maxSize: 4096 }), async (c) => {
    const { success, data } = stopToken.safeParse(c.req.param('token'));
    const accountId = success ? readStopLink(keys, data) : null;
    if (accountId === null) return c.text('This link is incomplete. Copy all of it.', 404);
    await line.ask({ as: standAsPost(), councils: stopCouncilMail(accountId), stop: stopMail(accountId) });
    return c.text('No more mail will come.');
  });
  return app;
}
