package io.liasse.store.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Role;
import io.liasse.store.access.User;
import io.liasse.store.access.Users;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.document.Documents;
import io.liasse.store.item.Items;
import io.liasse.store.item.Ledger;
import io.liasse.store.journal.Journal;
import io.liasse.store.object.ObjectStore;
import io.liasse.store.party.Parties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole store over a fresh database and a fresh folder of objects, as the program wires it, without Spring Boot:
 *
 * <pre>{@code
 * try (Stores stores = Stores.fresh()) {
 *     Viewer clerk = stores.user(Role.CLERK);
 *     stores.documents().page(DocumentQuery.inbox(), clerk, PageRequest.first(10));
 * }
 * }</pre>
 *
 * Close it after the test class. Any bean is there by {@link #bean}. The clock can be moved by hand.
 */
public final class Stores implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String[] PACKAGES = {
        "io.liasse.store.access",
        "io.liasse.store.awaited",
        "io.liasse.store.plan",
        "io.liasse.store.calendar",
        "io.liasse.store.casefile",
        "io.liasse.store.consent",
        "io.liasse.store.cost",
        "io.liasse.store.document",
        "io.liasse.store.filing",
        "io.liasse.store.item",
        "io.liasse.store.journal",
        "io.liasse.store.object",
        "io.liasse.store.party",
        "io.liasse.store.quality",
        "io.liasse.store.tag",
        "io.liasse.store.task"
    };

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final HikariDataSource pool;
    private final TestClock clock = new TestClock();
    private final Path home;

    private Stores(TestDatabase database, Path home) {
        this.home = home;
        this.pool = database.pool();
        context.getEnvironment().setConversionService(new ApplicationConversionService());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("liasse.home", home.toString())));
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(pool));
        context.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new JdbcTransactionManager(pool)));
        context.registerBean(
                "quickPasswords", PasswordEncoder.class, Stores::quickPasswords, bean -> bean.setPrimary(true));
        context.registerBean(HomeConfiguration.class);
        context.scan(PACKAGES);
        context.refresh();
    }

    /** The same kind as in the program, made cheap, since tests make many users. */
    private static PasswordEncoder quickPasswords() {
        return new DelegatingPasswordEncoder("argon2", Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, 64, 1)));
    }

    /** Everything empty. */
    public static Stores fresh() {
        try {
            return new Stores(TestDatabase.fresh(), Files.createTempDirectory("liasse-test-home"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An enabled user with these roles, made straight away, without a sign-in password worth the name. */
    public Viewer user(Role... roles) {
        int number = COUNT.incrementAndGet();
        Users.NewUser user =
                new Users.NewUser("user" + number, "User " + number, "en", Set.of(roles), "a password for tests");
        return users().create(user, administrator()).viewer();
    }

    /** The first user, who has every role but EXTERNAL_SYSTEM. */
    public Viewer administrator() {
        return users().createFirst("admin", "a password for tests")
                .or(() -> users().named("admin"))
                .map(User::viewer)
                .orElseThrow();
    }

    /** What tests start from. */
    public Given given() {
        return new Given(this);
    }

    public CaseFiles cases() {
        return bean(CaseFiles.class);
    }

    public Documents documents() {
        return bean(Documents.class);
    }

    public Items items() {
        return bean(Items.class);
    }

    public Ledger ledger() {
        return bean(Ledger.class);
    }

    public Parties parties() {
        return bean(Parties.class);
    }

    public Users users() {
        return bean(Users.class);
    }

    public Journal journal() {
        return bean(Journal.class);
    }

    public AccessPolicy policy() {
        return bean(AccessPolicy.class);
    }

    public ObjectStore objects() {
        return bean(ObjectStore.class);
    }

    public TransactionTemplate transactions() {
        return bean(TransactionTemplate.class);
    }

    public JdbcClient sql() {
        return bean(JdbcClient.class);
    }

    public DataSource dataSource() {
        return pool;
    }

    public TestClock clock() {
        return clock;
    }

    /** {@code liasse.home} of this store. */
    public Path home() {
        return home;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        pool.close();
        Folders.remove(home);
    }
}
