import { int, listOf, statement, text } from '@parley/db/statement';

/** Counts attempts under their keys and answers how many there are now, and for how many more milliseconds they count. */
export const spendAttempts = statement({
  name: 'spend_attempts',
  takes: [listOf(text), listOf(int), listOf(int)],
  gives: { key: text, spent: int, wait: int },
  text: `insert into attempt as t (key, spent, ends_at)
    select key, spent, moment() + make_interval(secs => seconds) from unnest($1::text[], $2::int4[], $3::int4[]) a (key, spent, seconds)
    order by key
    on conflict (key) do update set
      spent = case when t.ends_at <= moment() then excluded.spent else least(t.spent + excluded.spent, 1000000000) end,
      ends_at = case when t.ends_at <= moment() then excluded.ends_at else t.ends_at end
    returning key, spent, greatest(1, (extract(epoch from ends_at - moment()) * 1000))::int4 as wait`,
});

/** Attempts that were forgiven. */
export const forgiveAttempts = statement({
  name: 'forgive_attempts',
  takes: [listOf(text)],
  gives: {},
  text: 'delete from attempt where key = any($1)',
});
