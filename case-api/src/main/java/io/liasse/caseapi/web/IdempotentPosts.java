package io.liasse.caseapi.web;

import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.object.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts that happen once however often they are sent: the answer is kept for two days under user and key, in the
 * transaction of what it answers. The same key with another request is refused (422). A repeated post that arrives while
 * the first is under way waits for it. Thread-safe.
 */
@Component
public class IdempotentPosts {
    private static final int LONGEST_KEY = 200;
    private static final Duration KEPT = Duration.ofDays(2);

    private record Kept(
            String digest,
            int status,
            @Nullable String location,
            @Nullable String etag,
            String body) {}

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    IdempotentPosts(JdbcClient sql, TransactionTemplate transaction, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** Runs {@code action} in a transaction, once for this key; without a key, always. {@code request} is compared. */
    public ResponseEntity<?> once(
            Viewer viewer, @Nullable String key, Object request, Supplier<ResponseEntity<?>> action) {
        if (key == null) {
            return inTransaction(action);
        }
        String digest = digest(request);
        return inTransaction(() ->
                claim(viewer, checked(key), digest) ? keep(viewer, key, action.get()) : repeat(viewer, key, digest));
    }

    /** A key as callers may choose it. */
    public static String checked(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new InvalidInput("Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters");
        }
        return key;
    }

    private ResponseEntity<?> inTransaction(Supplier<ResponseEntity<?>> action) {
        return Objects.requireNonNull(transaction.execute(status -> action.get()));
    }

    /** False when the key is taken; waits for a transaction that is just taking it. */
    private boolean claim(Viewer viewer, String key, String digest) {
        forgetOld();
        return sql.sql("""
                INSERT INTO idempotent_answer (user_id, key, request_digest, answered_at)
                VALUES (:user, :key, :digest, :now)
                ON CONFLICT DO NOTHING
                """)
                        .param("user", viewer.user().value())
                        .param("key", key)
                        .param("digest", digest)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private void forgetOld() {
        sql.sql("DELETE FROM idempotent_answer WHERE answered_at < :limit")
                .param("limit", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private ResponseEntity<?> keep(Viewer viewer, String key, ResponseEntity<?> answer) {
        sql.sql("""
                UPDATE idempotent_answer SET status = :status, location = :location, etag = :etag, body = :body
                WHERE user_id = :user AND key = :key
                """)
                .param("status", answer.getStatusCode().value())
                .param("location", answer.getHeaders().getFirst(HttpHeaders.LOCATION))
                .param("etag", answer.getHeaders().getETag())
                .param("body", json.writeValueAsString(answer.getBody()))
                .param("user", viewer.user().value())
                .param("key", key)
                .update();
        return answer;
    }

    private ResponseEntity<?> repeat(Viewer viewer, String key, String digest) {
        Kept kept = sql.sql("""
                SELECT request_digest AS digest, status, location, etag, body FROM idempotent_answer
                WHERE user_id = :user AND key = :key
                """)
                .param("user", viewer.user().value())
                .param("key", key)
                .query(Kept.class)
                .single();
        if (!kept.digest().equals(digest)) {
            throw new Refusal(ProblemKind.KEY_REUSED, null);
        }
        return answer(kept);
    }

    private ResponseEntity<?> answer(Kept kept) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(kept.status()).contentType(MediaType.APPLICATION_JSON);
        if (kept.location() != null) {
            answer.location(URI.create(kept.location()));
        }
        if (kept.etag() != null) {
            answer.eTag(kept.etag());
        }
        return answer.body(json.readTree(kept.body()));
    }

    private String digest(Object request) {
        String text = request.getClass().getName() + " " + json.writeValueAsString(request);
        return Sha256.ofContent(text.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
