import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { guideParts } from './guide.ts';
import { topics } from './topics.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const table = readFileSync(`${root}docs/practices.md`, 'utf8');

type Practice = { practice: string; where: string; file: string; words: string; test: string };

const rows = [...table.matchAll(/^\| (?!Practice )(.+?) \| (.+?) \| `(.+?)`: (.+?) \| `(.+?)` \|$/gm)].map(
  ([, practice = '', where = '', file = '', words = '', test = '']): Practice => ({ practice, where, file, words, test }),
);

/** What a file says to a person, without what its comments say to us. */
const read = (file: string) =>
  readFileSync(`${root}${file}`, 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
    .join('\n');

describe('the table of practices', () => {
  it('is read whole: every line of it is a practice, each once', () => {
    const lines = table.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Practice'));
    expect(rows).toHaveLength(lines.length);
    expect(rows.length).toBeGreaterThanOrEqual(170);
    expect(new Set(rows.map(({ practice }) => practice)).size).toBe(rows.length);
  });

  it('names words that stand in their file', () => {
    const lost = rows.filter(({ file, words }) => !existsSync(`${root}${file}`) || !read(file).includes(words));
    expect(lost.map(({ practice }) => practice)).toEqual([]);
  });

  it('names tests that are there', () => {
    expect(rows.filter(({ test }) => !existsSync(`${root}${test}`)).map(({ practice }) => practice)).toEqual([]);
  });

  it('says of each where a person finds it: a topic of the guide by its title, or a screen by its name', () => {
    const titles = topics.map(({ title }) => title);
    const screens =
      /^(Meeting|Council|Charter|Joining|Help request|Me\b|Mission|Plan|Ledger|Offer|Outcome|Debriefs|Rounds|Before|Rehearsal|Opportunity|Method)/;
    for (const { practice, where } of rows) {
      const topic = /Method, [^:]+: (.+?)(;|$)/.exec(where)?.[1];
      if (topic) expect(titles, practice).toContain(topic);
      expect(where, practice).toMatch(screens);
    }
    expect(guideParts.length).toBe(new Set(topics.map(({ part }) => part)).size);
  });

  it('links to topics that are there', () => {
    const ids = new Set(topics.map(({ id }) => id));
    const linked = rows.flatMap(({ where }) => [...where.matchAll(/link “(.+?)”/g)].map(([, words = '']) => words));
    const sources = ['council/council-page', 'negotiation/plan/playbook-card', 'negotiation/outcome/outcome-closing-list'];
    const more = ['round/draft/draft-panel', 'mission/mission-panel', 'opportunity/tracking/people-card'];
    const text = [...sources, ...more].map((file) => read(`apps/web/src/features/${file}.tsx`)).join('\n');
    const links = new Map(
      [...text.matchAll(/<MethodLink hash="([\w-]+)">([^<]+)</g)].map(([, id = '', words = '']) => [words, id]),
    );
    for (const words of linked) expect(ids.has(links.get(words) ?? ''), words).toBe(true);
  });
});
