import { describe, expect, it } from 'vitest';
import { notificationKinds, tellings } from '../notification/notification.ts';
import { afterFault, backoff, patience } from './delivery.ts';
import { SaveMail, stopToken } from './input.ts';
import { composeLetter } from './letter.ts';
import { mailAt, soonest } from './mail.ts';

const here = { zone: 'Europe/Vienna', hour: 8, weekday: 1 };
const when = (...given: Parameters<typeof mailAt>) => mailAt(...given)?.toISOString() ?? null;

describe('when a notice goes by mail', () => {
  const noticed = new Date('2026-11-20T06:30:00Z');

  it('at once is a minute later, never is never', () => {
    expect(when('atOnce', noticed, here)).toBe('2026-11-20T06:31:00.000Z');
    expect(when('never', noticed, here)).toBeNull();
  });

  it('daily is the next such hour on the person’s own clock', () => {
    expect(when('daily', noticed, here)).toBe('2026-11-20T07:00:00.000Z');
    expect(when('daily', new Date('2026-11-20T07:00:01Z'), here)).toBe('2026-11-21T07:00:00.000Z');
    expect(when('daily', noticed, { ...here, zone: 'Asia/Kathmandu' })).toBe('2026-11-21T02:15:00.000Z');
    // held for a minute, it comes too late for the mail of this hour
    expect(when('daily', new Date('2026-11-20T06:59:30Z'), here)).toBe('2026-11-21T07:00:00.000Z');
  });

  it('weekly is that day of the week', () => {
    expect(when('weekly', noticed, here)).toBe('2026-11-23T07:00:00.000Z');
    expect(when('weekly', noticed, { ...here, weekday: 5 })).toBe('2026-11-20T07:00:00.000Z');
    expect(when('weekly', new Date('2026-11-20T09:00:00Z'), { ...here, weekday: 5 })).toBe('2026-11-27T07:00:00.000Z');
  });

  it('keeps the hour when clocks change: one that is skipped is the one after it, one that comes twice the first', () => {
    const night = { zone: 'Europe/Vienna', hour: 2, weekday: 7 };
    expect(when('daily', new Date('2026-03-28T12:00:00Z'), night)).toBe('2026-03-29T01:00:00.000Z');
    expect(when('daily', new Date('2026-10-24T12:00:00Z'), night)).toBe('2026-10-25T00:00:00.000Z');
    expect(when('daily', new Date('2026-10-25T12:00:00Z'), here)).toBe('2026-10-26T07:00:00.000Z');
    expect(when('daily', new Date('2026-10-23T12:00:00Z'), here)).toBe('2026-10-24T06:00:00.000Z');
  });

  it('of several councils that two people share the soonest choice holds', () => {
    expect(soonest(['never', 'weekly', 'daily'], 'atOnce')).toBe('daily');
    expect(soonest(['never'], 'atOnce')).toBe('never');
    expect(soonest([], 'weekly')).toBe('weekly');
  });
});

describe('a letter', () => {
  const ways = {
    notices: 'https://p.example/notices',
    settings: 'https://p.example/me#mail',
    stop: 'https://p.example/unsubscribe#t',
  };

  it('is one line a kind, what asks first, each once', () => {
    const { subject, text, html } = composeLetter(['commented', 'roundReminder', 'roundOpened', 'commented'], ways);
    expect(subject).toBe('Parley: something waits for you');
    expect(text.split('\n').slice(0, 3)).toEqual([`- ${tellings.roundOpened.mail}`, `- ${tellings.commented.mail}`, '']);
    expect(html.match(/<li>/g)).toHaveLength(2);
    const one = composeLetter(['commented'], ways);
    expect([one.html.includes('<li>'), one.text.split('\n')[0]]).toEqual([false, tellings.commented.mail]);
    // a program that takes no style from the head still shows a button
    expect(one.html.replace(/<style>.*<\/style>/s, '')).toMatch(/<a class="go" style="[^"]*background:#0d5c63/);
    expect(composeLetter(['joined'], ways).subject).toBe('Parley: news from your council');
  });

  it('says the same in text and HTML, holds no digit in its words, and reads in a dark client', () => {
    const { text, html } = composeLetter(notificationKinds, ways);
    for (const kind of notificationKinds) for (const part of [text, html]) expect(part).toContain(tellings[kind].mail);
    for (const way of Object.values(ways)) for (const part of [text, html]) expect(part).toContain(way);
    expect(notificationKinds.map((kind) => tellings[kind].mail).join(' ')).not.toMatch(/\d/);
    expect(html).toContain('color-scheme');
    expect(html).toContain('prefers-color-scheme: dark');
  });

  it('lets no address break out of its link', () => {
    expect(composeLetter(['joined'], { ...ways, notices: 'https://p.example/"><script>' }).html).not.toContain('<script>');
  });
});

describe('a letter that no server took', () => {
  const madeAt = new Date('2026-11-20T12:00:00Z');
  const after = (ms: number) => new Date(madeAt.getTime() + ms);

  it('is tried again after half a minute, doubled each time, an hour at most', () => {
    expect([1, 2, 3, 4].map(backoff)).toEqual([30_000, 60_000, 120_000, 240_000]);
    expect(backoff(8)).toBe(3_600_000);
    expect(backoff(5_000)).toBe(3_600_000);
  });

  it('is dead when it was refused for good or after three days, and not before', () => {
    const away = { permanent: false, code: 'ECONNREFUSED' };
    expect(afterFault({ attempts: 1, madeAt }, away, after(1_000))).toEqual({ state: 'waiting', at: after(31_000) });
    expect(afterFault({ attempts: 70, madeAt }, away, after(patience - 1)).state).toBe('waiting');
    expect(afterFault({ attempts: 70, madeAt }, away, after(patience))).toEqual({ state: 'dead' });
    expect(afterFault({ attempts: 1, madeAt }, { permanent: true, code: '550' }, madeAt)).toEqual({ state: 'dead' });
  });
});

describe('what is chosen', () => {
  it('is one of four, at a whole hour of a day', () => {
    const good = { standard: 'daily', pushes: 'atOnce', hour: 8, weekday: 1, councils: [] };
    expect(SaveMail.safeParse(good).success).toBe(true);
    for (const wrong of [
      { standard: 'hourly' },
      { hour: 24 },
      { hour: 7.5 },
      { weekday: 0 },
      { pushes: 'sometimes' },
      { councils: [{ councilId: 'x', choice: 'never', pushes: null }] },
    ])
      expect(SaveMail.safeParse({ ...good, ...wrong }).success).toBe(false);
  });

  it('and a link that ends all mail has the shape of ours', () => {
    expect(stopToken.safeParse(`0197f7a0-0000-7000-8000-000000000000.${'a'.repeat(64)}`).success).toBe(true);
    for (const wrong of ['', 'x.y', `0197f7a0-0000-7000-8000-000000000000.${'a'.repeat(63)}`])
      expect(stopToken.safeParse(wrong).success).toBe(false);
  });
});
