import { describe, expect, it } from 'vitest';
import { findTopics, guideParts, guidePlaces } from './guide.ts';
import { topics } from './topics.ts';

const ids = (question: string) => findTopics(topics, question).map(({ topic }) => topic.id);

describe('the guide', () => {
  it('has an id for each topic, and a place where each is done', () => {
    expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length);
    for (const { place, part } of topics) expect(guidePlaces.includes(place) && guideParts.includes(part)).toBe(true);
    expect(new Set(topics.map(({ part }) => part)).size).toBe(guideParts.length);
    expect(new Set(topics.map(({ place }) => place)).size).toBe(guidePlaces.length);
  });
  it('stands in the order of the road', () => {
    const order = topics.map(({ part }) => guideParts.indexOf(part));
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });
  it('speaks calmly: whole sentences, short, and no cheering', () => {
    for (const line of topics.flatMap(({ lines }) => lines)) expect(line, line).toMatch(/^[A-Z“][^!]{8,130}[.?]”?$/);
  });
  it('names ten mistakes and seven steps', () => {
    const count = (id: string) => topics.find((topic) => topic.id === id)?.lines.length;
    expect([count('mistakes'), count('steps')]).toEqual([10, 7]);
  });
});

describe('looking for something in the guide', () => {
  it('finds what holds every word, by title before text', () => {
    expect(ids('mistakes')[0]).toBe('mistakes');
    expect(ids('walk-away')).toContain('mistakes');
    expect(ids('review six months')[0]).toBe('review');
    expect(ids('leaving well')[0]).toBe('leaving');
  });
  it('without case, accents, width and signs', () => {
    expect(ids('COÁCH')).toEqual(ids('coach'));
    expect(ids('Ｍｉｓｔａｋｅｓ')).toEqual(ids('mistakes'));
    expect(ids('“walk away”')).toEqual(ids('walk-away'));
  });
  it('marks the lines that speak of it', () => {
    const [first] = findTopics(topics, 'mistakes inventing');
    expect(first?.topic.lines[first.hits[0] ?? -1]).toBe('Inventing another offer.');
  });
  it('finds all for nothing, and nothing for what is not there', () => {
    expect(ids('  ')).toHaveLength(topics.length);
    expect(ids('…')).toHaveLength(topics.length);
    expect(ids('zebra')).toEqual([]);
  });
});
