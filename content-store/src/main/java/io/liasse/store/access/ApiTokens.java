package io.liasse.store.access;

import io.liasse.store.InvalidInput;
import io.liasse.store.NotFound;
import io.liasse.store.database.Values;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * API tokens: {@code liasse_} and 256 random bits. Kept as SHA-256, without salt or stretching, which so many random bits
 * do not need.
 */
final class ApiTokens {
    private static final String PREFIX = "liasse_";
    private static final int BYTES = 32;
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Journal journal;
    private final Clock clock;

    ApiTokens(JdbcClient sql, TransactionOperations transactions, Journal journal, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.journal = journal;
        this.clock = clock;
    }

    ApiToken.Made create(UserId user, String name, @Nullable Instant expiresAt, Viewer by) {
        if (name.isBlank() || name.length() > 100) {
            throw new InvalidInput("name", "must have 1 to 100 characters");
        }
        String secret = secret();
        return transactions.execute(transaction -> {
            ApiToken token = inserted(user, name, expiresAt, digest(secret));
            note(Action.TOKEN_CREATED, token.id(), user, by);
            return new ApiToken.Made(token, secret);
        });
    }

    private ApiToken inserted(UserId user, String name, @Nullable Instant expiresAt, String digest) {
        return sql.sql("""
                insert into api_token (user_id, name, digest, created_at, expires_at)
                values (:user, :name, :digest, :now, :expires) returning *
                """)
                .param("user", user.value())
                .param("name", Values.storable(name))
                .param("digest", digest)
                .param("now", Values.time(Values.now(clock)))
                .param("expires", Values.timeOrNull(expiresAt))
                .query(ApiTokens::token)
                .single();
    }

    Optional<UserId> owner(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Instant now = Values.now(clock);
        Optional<ApiToken> token = sql.sql("""
                select * from api_token where digest = :digest and (expires_at is null or expires_at > :now)
                """)
                .param("digest", digest(secret))
                .param("now", Values.time(now))
                .query(ApiTokens::token)
                .optional();
        token.ifPresent(each -> noteUse(each, now));
        return token.map(ApiToken::user);
    }

    private void noteUse(ApiToken token, Instant now) {
        Instant last = token.lastUsedAt();
        if (last == null || last.plus(USE_NOTED_EVERY).isBefore(now)) {
            sql.sql("update api_token set last_used_at = :now where id = :id")
                    .param("now", Values.time(now))
                    .param("id", token.id())
                    .update();
        }
    }

    List<ApiToken> of(UserId user) {
        return sql.sql("select * from api_token where user_id = :user order by id")
                .param("user", user.value())
                .query(ApiTokens::token)
                .list();
    }

    UserId ownerOf(UUID token) {
        return sql.sql("select user_id from api_token where id = :id")
                .param("id", token)
                .query(UUID.class)
                .optional()
                .map(UserId::new)
                .orElseThrow(() -> new NotFound("token"));
    }

    void revoke(UUID token, UserId owner, Viewer by) {
        transactions.executeWithoutResult(transaction -> {
            int rows = sql.sql("delete from api_token where id = :id")
                    .param("id", token)
                    .update();
            if (rows > 0) {
                note(Action.TOKEN_REVOKED, token, owner, by);
            }
        });
    }

    private void note(Action action, UUID token, UserId user, Viewer by) {
        journal.append(
                NewEntry.of(action, Actor.of(by)).with(Map.of("token", token.toString(), "user", user.toString())));
    }

    private String secret() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String digest(String secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ApiToken token(ResultSet row, int index) throws SQLException {
        return new ApiToken(
                Values.id(row, "id"),
                new UserId(Values.id(row, "user_id")),
                row.getString("name"),
                Values.moment(row, "created_at"),
                Values.momentOrNull(row, "expires_at"),
                Values.momentOrNull(row, "last_used_at"));
    }
}
