package io.liasse.search;

import io.liasse.store.access.Role;
import io.liasse.store.access.User;
import io.liasse.store.access.Users;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.NewCase;
import io.liasse.store.casefile.NewParticipant;
import io.liasse.store.document.Candidate;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.FilingOrder;
import io.liasse.store.document.PageText;
import io.liasse.store.document.ReadResult;
import io.liasse.store.document.Wishes;
import io.liasse.store.item.Channel;
import io.liasse.store.item.NewItem;
import io.liasse.store.object.Sha256;
import io.liasse.store.object.StoredObject;
import io.liasse.store.party.NewParty;
import io.liasse.store.party.Parties;
import io.liasse.store.party.Party;
import io.liasse.store.party.PartyId;
import io.liasse.store.party.PartyIdentifier;
import io.liasse.store.party.PartyKind;
import io.liasse.store.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** The store and the search of the program, started as the program starts them, over a database of the test. */
final class Program implements AutoCloseable {
    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ConfigurableApplicationContext context;

    private Program(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Started again with the same database and home, it goes on where it stopped. */
    static Program start(TestDatabase database, Path home, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "--liasse.home=" + home,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.main.banner-mode=off"));
        arguments.addAll(List.of(properties));
        return new Program(new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Search search() {
        return bean(Search.class);
    }

    Indexer indexer() {
        return bean(Indexer.class);
    }

    CaseFiles cases() {
        return bean(CaseFiles.class);
    }

    Documents documents() {
        return bean(Documents.class);
    }

    Viewer user(Role... roles) {
        String name = "user" + COUNT.incrementAndGet();
        Users.NewUser user = new Users.NewUser(name, name, "en", Set.of(roles), "a password for tests");
        return bean(Users.class).create(user, administrator()).viewer();
    }

    private Viewer administrator() {
        Users users = bean(Users.class);
        return users.createFirst("admin", "a password for tests")
                .or(() -> users.named("admin"))
                .map(User::viewer)
                .orElseThrow();
    }

    CaseFile open(String title, boolean sealed, Viewer by, Party... participants) {
        List<NewParticipant> people = List.of(participants).stream()
                .map(party -> new NewParticipant(party.id(), "client"))
                .toList();
        return cases().open(new NewCase("complaint", title, sealed, null, people), by);
    }

    Party person(String name, Viewer by, PartyIdentifier... identifiers) {
        return bean(Parties.class)
                .create(new NewParty(PartyKind.PERSON, name, null, "de", "Bern", List.of(identifiers)), by);
    }

    void takesPart(PartyId party, CaseId caseId, Viewer by) {
        cases().addParticipant(caseId, new NewParticipant(party, "client"), by);
    }

    /** Received and read; in no case yet. */
    DocumentId read(String title, @Nullable String language, @Nullable Viewer by, String... pages) {
        DocumentId id = received(title, by);
        List<PageText> texts = new ArrayList<>();
        for (String page : pages) {
            texts.add(new PageText(texts.size() + 1, page, "layer", null, language, null, 595, 842));
        }
        documents().startReading(id);
        documents()
                .recordRead(
                        id,
                        new ReadResult(
                                "application/pdf",
                                null,
                                null,
                                language,
                                null,
                                1,
                                texts,
                                List.of(),
                                List.of(),
                                List.of()));
        documents().toInbox(id, List.of(), null);
        return id;
    }

    private DocumentId received(String title, @Nullable Viewer by) {
        StoredObject object = new StoredObject(new Sha256("0".repeat(64)), 1);
        NewItem item = new NewItem(
                Channel.REST,
                null,
                object,
                "scan.pdf",
                null,
                "application/pdf",
                null,
                List.of(),
                List.of(),
                by == null ? null : by.user());
        return documents()
                .receive(item, new Wishes(null, "letter", title, null, null))
                .document();
    }

    Document file(DocumentId id, CaseFile caseFile, Viewer by) {
        return documents().file(id, new FilingOrder(caseFile.id(), null, null, null, Map.of()), null, by);
    }

    /** Received, read, and filed by the program itself. */
    Document filed(CaseFile caseFile, String title, String... pages) {
        DocumentId id = read(title, "de", null, pages);
        Candidate chosen = new Candidate(caseFile.id(), caseFile.reference(), caseFile.title(), 1, List.of());
        documents().fileAlone(id, chosen, List.of(chosen));
        return documents().find(id).orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan("io.liasse")
    static class Wiring {}
}
