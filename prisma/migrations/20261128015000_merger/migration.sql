-- Who answers an offer to merge invites the members of their own council into one that they do not chair: the desk that
-- reads the link writes these invitations, each for one address.
GRANT INSERT (id, council_id, invited_by_id, address_hash, token_hash, sealed, created_at, expires_at) ON invitation TO parley_identity;
