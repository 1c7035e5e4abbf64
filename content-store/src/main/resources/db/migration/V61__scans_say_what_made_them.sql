-- The device or program that a scan says it was made with.
alter table document add column scanner text;
