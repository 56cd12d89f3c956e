import { content } from '@parley/db/memory';
import { maybe, sealed, statement, time, uuid, word } from '@parley/db/statement';
import { linkPurposes } from '@parley/domain/address/address';
import { AddressLinkContent } from '@parley/domain/address/input';

export const addressLinkContent = content('address_link', AddressLinkContent);

/** The link that goes with a letter of the viewer's, if it carries one. */
export const linkOfLetter = statement({
  name: 'link_of_letter',
  takes: [uuid],
  gives: {
    id: uuid,
    purpose: word('address_link_purpose', linkPurposes),
    sealed: maybe(sealed),
    expiresAt: time,
    usedAt: maybe(time),
  },
  text: 'select id, purpose, sealed, expires_at, used_at from address_link where id = $1 and account_id = viewer()',
});
