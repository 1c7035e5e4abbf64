-- How many documents of each type had a clue (see TypeClues); the empty key counts all of them.
create table type_count (
    key text not null,
    type text not null,
    documents int not null,
    primary key (key, type)
);

-- What was learned from a document, so that another decision can take it back.
create table type_example (
    document_id uuid primary key references document on delete cascade,
    type text not null,
    keys text[] not null
);
