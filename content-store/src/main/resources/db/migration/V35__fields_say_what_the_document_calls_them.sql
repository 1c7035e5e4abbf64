-- What the document itself calls a value (the label of a form field), and what is to be known of it, as key|argument:
-- differs|VALUE where the code or the data of an invoice says one thing and its page another.
alter table document_field add column label text;
alter table document_field add column note text;
