-- Answers to posts that carried an Idempotency-Key, so that a repeated post gives the first answer again.
CREATE TABLE idempotent_answer (
    user_id uuid NOT NULL,
    key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    request_digest text NOT NULL,
    status integer,
    location text,
    etag text,
    body text,
    answered_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, key)
);

CREATE INDEX idempotent_answer_by_age ON idempotent_answer (answered_at);
