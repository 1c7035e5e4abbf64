package io.liasse.store.access;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.database.Cursor;
import io.liasse.store.database.Select;
import io.liasse.store.database.Values;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Local users and their API tokens. Passwords and token secrets are kept as digests only. Users are made and changed by
 * administrators; a user changes the own password and makes the own tokens. Thread-safe.
 */
@Component
public class Users {
    /** A user with the encoded password, for sign-in only. */
    public record Credentials(User user, String passwordHash) {}

    /** What a new user is made of; {@code password} in clear, at least 12 characters. */
    public record NewUser(String username, String displayName, String language, Set<Role> roles, String password) {}

    private static final Set<Role> FIRST = EnumSet.complementOf(EnumSet.of(Role.EXTERNAL_SYSTEM));
    private static final Set<String> LANGUAGES = Set.of("fr", "de", "it", "en");
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,99}");
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 256;
    private static final String COLUMNS = """
            select id, username, display_name, language, roles, enabled, created_at, version, password_hash from users
            """;

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final PasswordEncoder passwords;
    private final Journal journal;
    private final Clock clock;
    private final ApiTokens tokens;

    Users(JdbcClient sql, TransactionOperations transactions, PasswordEncoder passwords, Journal journal, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.passwords = passwords;
        this.journal = journal;
        this.clock = clock;
        this.tokens = new ApiTokens(sql, transactions, journal, clock);
    }

    public User create(NewUser user, Viewer by) {
        requireAdministrator(by);
        return transactions.execute(transaction -> created(user, Actor.of(by)));
    }

    /** Creates the first user, with every role but EXTERNAL_SYSTEM, when there is no user at all; empty when there is. */
    public Optional<User> createFirst(String username, String password) {
        return transactions.execute(transaction -> {
            lockAll();
            if (sql.sql("select exists (select from users)")
                    .query(Boolean.class)
                    .single()) {
                return Optional.<User>empty();
            }
            NewUser first = new NewUser(username, username, "en", FIRST, password);
            return Optional.of(created(first, Actor.program("start")));
        });
    }

    private User created(NewUser user, Actor by) {
        check(user.username(), user.displayName(), user.language());
        checkPassword(user.password());
        UserId id = inserted(user);
        note(Action.USER_CREATED, by, Map.of("user", id.toString(), "roles", text(user.roles())));
        return find(id).orElseThrow();
    }

    private UserId inserted(NewUser user) {
        try {
            UUID id = sql.sql("""
                    insert into users (username, display_name, language, roles, password_hash, created_at)
                    values (:username, :name, :language, :roles, :hash, :now) returning id
                    """)
                    .param("username", user.username())
                    .param("name", user.displayName())
                    .param("language", user.language())
                    .param("roles", Values.array(user.roles()))
                    .param("hash", passwords.encode(user.password()))
                    .param("now", Values.time(Values.now(clock)))
                    .query(UUID.class)
                    .single();
            return new UserId(id);
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
    }

    private static InvalidInput taken(DuplicateKeyException cause) {
        InvalidInput problem = new InvalidInput("username", "is taken");
        problem.initCause(cause);
        return problem;
    }

    public Optional<User> find(UserId id) {
        return sql.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query(Users::user)
                .optional();
    }

    public Optional<User> named(String username) {
        return credentials(username).map(Credentials::user);
    }

    /** Upper and lower case are the same. */
    public Optional<Credentials> credentials(String username) {
        return sql.sql(COLUMNS + "where lower(username) = :username")
                .param("username", Values.storable(username.strip().toLowerCase(Locale.ROOT)))
                .query((row, index) -> new Credentials(user(row, index), row.getString("password_hash")))
                .optional();
    }

    /** Ordered by username. */
    public Page<User> page(PageRequest page) {
        Select select = Select.from(COLUMNS);
        if (page.cursor() != null) {
            select.where(
                    "lower(username) > :after",
                    "after",
                    Cursor.parse(page.cursor()).text(0));
        }
        List<User> rows =
                select.then("order by lower(username)").limit(page.limit() + 1).list(sql, Users::user);
        return Cursor.page(rows, page, each -> Cursor.of(each.username().toLowerCase(Locale.ROOT)));
    }

    /** Up to {@code limit} enabled users whose name or username begins with or contains {@code text}. */
    public List<User> startingWith(String text, int limit) {
        return sql.sql(COLUMNS + """
                where enabled and (position(:text in lower(username)) > 0 or position(:text in lower(display_name)) > 0)
                order by not starts_with(lower(username), :text) and not starts_with(lower(display_name), :text),
                         lower(username)
                limit :limit
                """)
                .param("text", Values.storable(text.strip().toLowerCase(Locale.ROOT)))
                .param("limit", limit)
                .query(Users::user)
                .list();
    }

    /** Changes name, language, roles and enabled; {@code user.version()} is the version the caller knew. */
    public User change(User user, Viewer by) {
        requireAdministrator(by);
        check(user.username(), user.displayName(), user.language());
        return transactions.execute(transaction -> {
            lockAll();
            User before = find(user.id()).orElseThrow(() -> new NotFound("user"));
            write(user);
            requireAnAdministratorLeft();
            note(Action.USER_CHANGED, Actor.of(by), changes(before, user));
            return find(user.id()).orElseThrow();
        });
    }

    /** What the user speaks; everybody may choose for themselves. */
    public void changeLanguage(UserId id, String language, Viewer by) {
        requireSelfOrAdministrator(id, by);
        transactions.executeWithoutResult(transaction -> {
            User before = find(id).orElseThrow(() -> new NotFound("user"));
            User after = before.speaking(language);
            check(after.username(), after.displayName(), after.language());
            write(after);
            note(Action.USER_CHANGED, Actor.of(by), changes(before, after));
        });
    }

    private void write(User user) {
        int rows = sql.sql("""
                update users set display_name = :name, language = :language, roles = :roles, enabled = :enabled,
                                 version = version + 1
                where id = :id and version = :version
                """)
                .param("name", user.displayName())
                .param("language", user.language())
                .param("roles", Values.array(user.roles()))
                .param("enabled", user.enabled())
                .param("id", user.id().value())
                .param("version", user.version())
                .update();
        if (rows == 0) {
            throw Conflict.stale("the user");
        }
    }

    /** Two administrators that disable one another at the same moment must come one after the other. */
    private void lockAll() {
        sql.sql("lock table users in share row exclusive mode").update();
    }

    private void requireAnAdministratorLeft() {
        boolean left = sql.sql("select exists (select from users where enabled and 'ADMINISTRATOR' = any(roles))")
                .query(Boolean.class)
                .single();
        if (!left) {
            throw Conflict.state("the last enabled administrator stays one");
        }
    }

    public void changePassword(UserId user, String password, Viewer by) {
        requireSelfOrAdministrator(user, by);
        checkPassword(password);
        String hash = passwords.encode(password);
        transactions.executeWithoutResult(transaction -> {
            int rows = sql.sql("update users set password_hash = :hash, version = version + 1 where id = :id")
                    .param("hash", hash)
                    .param("id", user.value())
                    .update();
            if (rows == 0) {
                throw new NotFound("user");
            }
            note(Action.PASSWORD_CHANGED, Actor.of(by), Map.of("user", user.toString()));
        });
    }

    public ApiToken.Made createToken(UserId user, String name, @Nullable Instant expiresAt, Viewer by) {
        requireSelfOrAdministrator(user, by);
        return tokens.create(user, name, expiresAt, by);
    }

    /** The enabled user an unexpired token belongs to; notes its use. */
    public Optional<User> byToken(String secret) {
        return tokens.owner(secret).flatMap(this::find).filter(User::enabled);
    }

    public List<ApiToken> tokensOf(UserId user) {
        return tokens.of(user);
    }

    public void revokeToken(UUID token, Viewer by) {
        UserId owner = tokens.ownerOf(token);
        requireSelfOrAdministrator(owner, by);
        tokens.revoke(token, owner, by);
    }

    private static void requireAdministrator(Viewer by) {
        if (!by.has(Role.ADMINISTRATOR)) {
            throw new NotAllowed("only administrators change users");
        }
    }

    private static void requireSelfOrAdministrator(UserId user, Viewer by) {
        if (!by.user().equals(user)) {
            requireAdministrator(by);
        }
    }

    private static void check(String username, String displayName, String language) {
        if (!USERNAME.matcher(username).matches()) {
            throw new InvalidInput("username", "must have 1 to 100 letters, digits or . _ @ + -");
        }
        if (displayName.isBlank() || displayName.length() > 200) {
            throw new InvalidInput("displayName", "must have 1 to 200 characters");
        }
        if (!LANGUAGES.contains(language)) {
            throw new InvalidInput("language", "must be fr, de, it or en");
        }
    }

    private static void checkPassword(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new InvalidInput("password", "must have 12 to 256 characters");
        }
    }

    private void note(Action action, Actor by, Map<String, String> details) {
        journal.append(NewEntry.of(action, by).with(details));
    }

    private static Map<String, String> changes(User before, User after) {
        return Map.of(
                "user", after.id().toString(),
                "rolesBefore", text(before.roles()),
                "roles", text(after.roles()),
                "enabled", Boolean.toString(after.enabled()));
    }

    private static String text(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
    }

    private static User user(ResultSet row, int index) throws SQLException {
        return new User(
                new UserId(Values.id(row, "id")),
                row.getString("username"),
                row.getString("display_name"),
                row.getString("language"),
                Values.texts(row, "roles").stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet()),
                row.getBoolean("enabled"),
                Values.moment(row, "created_at"),
                row.getLong("version"));
    }
}
