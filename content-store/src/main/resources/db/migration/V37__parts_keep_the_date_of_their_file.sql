-- When a file inside an archive was last changed, as the archive says.
alter table document add column modified_at timestamptz;
