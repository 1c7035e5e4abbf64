-- The rules of filing, saved as a whole; the newest version is in force. error_rate null: the setting holds.
create table filing_rule_set (
    version int primary key,
    at timestamptz not null,
    author text not null,
    error_rate double precision,
    rules jsonb not null
);

-- What was known without the rules (see Ground), and under which rules and rate of errors it was decided.
alter table filing_decision add column ground jsonb;
alter table filing_decision add column rules int;
alter table filing_decision add column acted text[] not null default '{}';
alter table filing_decision add column error_rate double precision;
alter table filing_decision add column reason text;

-- For which rate of errors the threshold was measured.
alter table filing_model add column error_rate double precision;
