package io.liasse.routes.testing;

import io.liasse.routes.Channels;
import io.liasse.routes.DocumentIntake;
import io.liasse.routes.Incoming;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Role;
import io.liasse.store.access.User;
import io.liasse.store.access.Users;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseChange;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.casefile.NewCase;
import io.liasse.store.document.Candidate;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.Wishes;
import io.liasse.store.item.Channel;
import io.liasse.store.item.Item;
import io.liasse.store.item.ItemQuery;
import io.liasse.store.item.Items;
import io.liasse.store.item.Ledger;
import io.liasse.store.item.LedgerLine;
import io.liasse.store.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The program without screens, on a home folder and a database that outlive it, so that it can be restarted. */
public final class Program implements AutoCloseable {
    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    private final ConfigurableApplicationContext context;

    private Program(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it; each property as {@code key=value}. Without properties nothing is read and no folder watched. */
    public static Program start(Path home, TestDatabase database, String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        if (all.stream().noneMatch(each -> each.startsWith("liasse.hot-folders"))) {
            all.add("liasse.hot-folders=");
        }
        if (all.stream().noneMatch(each -> each.startsWith("liasse.reading.enabled"))) {
            all.add("liasse.reading.enabled=false");
        }
        return startAsConfigured(home, database, all.toArray(String[]::new));
    }

    /** Starts it with its own defaults. */
    public static Program startAsConfigured(Path home, TestDatabase database, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "--liasse.home=" + home,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password()));
        Arrays.stream(properties).map(each -> "--" + each).forEach(arguments::add);
        return new Program(new SpringApplicationBuilder(RoutesTestApplication.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments.toArray(String[]::new)));
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public DocumentIntake intake() {
        return get(DocumentIntake.class);
    }

    public Documents documents() {
        return get(Documents.class);
    }

    public Items.Receipt receive(Incoming incoming, byte[] bytes) {
        return intake().receive(incoming, new ByteArrayInputStream(bytes));
    }

    public Document document(DocumentId id) {
        return documents().find(id).orElseThrow();
    }

    /** The first user, who has every role of people. */
    public Viewer everybody() {
        return get(Users.class)
                .named("chief")
                .or(() -> get(Users.class).createFirst("chief", "correct horse battery"))
                .orElseThrow()
                .viewer();
    }

    public User user(String name, Role... roles) {
        return get(Users.class)
                .create(new Users.NewUser(name, name, "en", Set.of(roles), "correct horse battery"), everybody());
    }

    public CaseFile openCase(String title) {
        return get(CaseFiles.class).open(new NewCase("complaint", title, false, null, List.of()), everybody());
    }

    public CaseFile sealedCase(String title) {
        return get(CaseFiles.class).open(new NewCase("complaint", title, true, null, List.of()), everybody());
    }

    public CaseFile closedCase(String title) {
        CaseFile open = openCase(title);
        CaseChange close = new CaseChange(null, null, CaseState.CLOSED, null, null);
        return get(CaseFiles.class).change(open.id(), close, open.version(), everybody());
    }

    public List<Item> items() {
        return get(Ledger.class).page(ItemQuery.ALL, everybody(), PageRequest.first(100)).items().stream()
                .map(LedgerLine::item)
                .toList();
    }

    public List<Candidate> candidates(DocumentId document) {
        return documents().candidates(document, everybody());
    }

    /** Names of all documents, oldest first. */
    public List<String> documentNames() {
        return sql().sql("select name from document order by id")
                .query(String.class)
                .list();
    }

    public long jobs() {
        return sql().sql("select (select count(*) from scheduled_tasks) + (select count(*) from urgent_tasks)")
                .query(Long.class)
                .single();
    }

    public JdbcClient sql() {
        return get(JdbcClient.class);
    }

    public Channels.State channel(String kind) {
        return get(Channels.class).all().stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** An upload of that name. */
    public static Incoming upload(String name) {
        return incoming(name, null, Wishes.NONE);
    }

    public static Incoming incoming(String name, String sourceKey, Wishes wishes) {
        return new Incoming(
                Channel.UPLOAD,
                sourceKey,
                name,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                wishes,
                Incoming.Urgency.ROUTINE);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        context.close();
    }
}
