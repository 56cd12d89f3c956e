-- No row in the log, no content: what is in an offer is read once its opening is written down, as what is said about it.
ALTER POLICY reader_sees ON offer USING (may_discuss_item(id));
ALTER POLICY reader_sees ON offer_version USING (may_discuss_item(offer_id));
