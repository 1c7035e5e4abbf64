-- Pages of a document are turned, put into another order or taken out: each time a version. What the tables of the document
-- hold (pages, renditions, read fields, hints …) is its present version; what an earlier one held is kept here.

-- Of which page of version 1 each page of a version was made, and how far it was turned since, clockwise. Documents that
-- nobody edited have no rows.
create table version_page (
    document_id uuid not null references document,
    number int not null,
    page int not null,
    base_page int not null,
    turn int not null,
    primary key (document_id, number, page),
    unique (document_id, number, base_page)
);

create table version_rendition (
    document_id uuid not null references document,
    number int not null,
    kind text not null,
    page int not null,
    sha256 text not null,
    size bigint not null,
    media_type text not null,
    primary key (document_id, number, kind, page)
);
create index version_rendition_by_content on version_rendition (sha256);

-- The rows of the other tables, by the name of the table. A column added to one of them later is empty in rows put back.
create table version_content (
    document_id uuid not null references document,
    number int not null,
    content jsonb not null,
    primary key (document_id, number)
);

-- Corrections and origins of pages that the present version leaves out stay where they are, under the number of the page in
-- version 1 with a minus sign; so they come back with their page.
