-- What waits for people includes what a virus was found in.
drop index document_waiting;
drop index document_refused;
create index document_waiting on document (id) where state in ('INBOX', 'FAILED', 'NEEDS_PASSWORD', 'QUARANTINED');
create index document_refused on document (state, id) where state in ('FAILED', 'NEEDS_PASSWORD', 'QUARANTINED');
