-- Why the text of a page was taken from the file or from its picture.
alter table document_page add column because text;
