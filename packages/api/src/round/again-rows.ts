import { int, json, maybe, statement, time, uuid } from '@parley/db/statement';
import { levels } from '@parley/domain/item/levels';

const before = `(select p.id from round this join round p on p.negotiation_id = this.negotiation_id and p.number < this.number
    and p.state in ('revealed', 'closed') where this.id = $1 order by p.number desc limit 1)`;

/** The round before this one of the same negotiation that was revealed, if the viewer may read it. */
export const roundBefore = statement({
  name: 'round_before',
  takes: [uuid],
  gives: { id: uuid, number: int },
  text: `select id, number from round where id = ${before}`,
});

/** Who was asked in it: for its owner alone. */
export const askedBefore = statement({
  name: 'asked_before',
  takes: [uuid],
  gives: { id: uuid },
  text: `select a as id from asked_in(${before}) a`,
});

/** The shares by which it is read now, oldest first. */
export const sharesBefore = statement({
  name: 'shares_before',
  takes: [uuid],
  gives: {
    councilId: uuid,
    readerId: maybe(uuid),
    levels: json(levels),
    createdAt: time,
    expiresAt: maybe(time),
    revokedAt: maybe(time),
  },
  text: `select s.council_id, s.reader_id, s.levels, s.created_at, s.expires_at, s.revoked_at from share s
    where s.item_id = ${before} and s.revoked_at is null and (s.expires_at is null or s.expires_at > moment()) order by s.id`,
});
