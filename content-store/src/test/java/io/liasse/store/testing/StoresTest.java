package io.liasse.store.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.store.PageRequest;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseQuery;
import io.liasse.store.casefile.NewCase;
import io.liasse.store.casefile.NewParticipant;
import io.liasse.store.document.Candidate;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentQuery;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Evidence;
import io.liasse.store.document.FilingOrder;
import io.liasse.store.document.PageText;
import io.liasse.store.document.ReadResult;
import io.liasse.store.document.Wishes;
import io.liasse.store.item.Channel;
import io.liasse.store.item.ItemQuery;
import io.liasse.store.item.NewItem;
import io.liasse.store.object.StoredObject;
import io.liasse.store.party.NewParty;
import io.liasse.store.party.Party;
import io.liasse.store.party.PartyIdentifier;
import io.liasse.store.party.PartyKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoresTest {
    @Test
    void takesADocumentFromReceptionIntoACase() {
        try (Stores stores = Stores.fresh()) {
            Viewer manager = stores.user(Role.CASE_MANAGER);
            Viewer clerk = stores.user(Role.CLERK);
            Party anna = stores.parties()
                    .create(
                            new NewParty(
                                    PartyKind.PERSON,
                                    "Müller Anna",
                                    null,
                                    "de",
                                    "Bern",
                                    List.of(new PartyIdentifier("ahv", "756.1234.5678.97"))),
                            manager);
            CaseFile opened = stores.cases()
                    .open(
                            new NewCase(
                                    "case-management",
                                    "Müller Anna, Unfall",
                                    false,
                                    manager.user(),
                                    List.of(new NewParticipant(anna.id(), "client"))),
                            manager);
            assertThat(stores.cases()
                            .page(
                                    new CaseQuery("muller", null, null, null, null, anna.id()),
                                    manager,
                                    PageRequest.first(10))
                            .items())
                    .containsExactly(opened);
            assertThat(stores.cases().fileable("2026", clerk, 5)).containsExactly(opened);
            assertThat(stores.parties().startingWith("7561234567897", clerk, 5)).containsExactly(anna);

            StoredObject bytes =
                    stores.objects().put(new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)));
            DocumentId id = stores.documents()
                    .receive(
                            new NewItem(
                                    Channel.UPLOAD,
                                    "key",
                                    bytes,
                                    "a.txt",
                                    null,
                                    null,
                                    null,
                                    List.of(),
                                    List.of("x"),
                                    null),
                            Wishes.NONE)
                    .document();
            assertThat(stores.documents().startReading(id)).isTrue();
            ReadResult result = new ReadResult(
                    "text/plain",
                    null,
                    null,
                    "en",
                    null,
                    5,
                    List.of(new PageText(1, "hello", "layer", null, "en", null, 0, 0)),
                    List.of(),
                    List.of(),
                    List.of());
            assertThat(stores.documents().recordRead(id, result)).isEmpty();
            Candidate candidate = new Candidate(
                    opened.id(), opened.reference(), opened.title(), 1, List.of(new Evidence("wished", "x", null)));
            stores.documents().toInbox(id, List.of(candidate), null);
            assertThat(stores.documents().candidates(id, clerk)).containsExactly(candidate);
            assertThat(stores.documents()
                            .page(DocumentQuery.inbox(), clerk, PageRequest.first(10))
                            .items())
                    .extracting(Document::id)
                    .containsExactly(id);
            assertThat(stores.documents().countInbox(manager, 10)).isOne();
            Document filed = stores.documents()
                    .file(id, new FilingOrder(opened.id(), "letter", null, null, Map.of("amount", "12")), null, clerk);
            assertThat(filed.state()).isEqualTo(DocumentState.FILED);
            assertThat(filed.caseReference()).isEqualTo(opened.reference());
            assertThat(stores.documents().fields(id)).hasSize(1);
            assertThat(stores.ledger()
                            .page(ItemQuery.ALL, manager, PageRequest.first(10))
                            .items())
                    .hasSize(1);
            assertThat(stores.journal()
                            .ofCase(opened.id(), Set.of(), PageRequest.first(50))
                            .items())
                    .hasSize(4);
            assertThat(stores.journal().firstBreak(opened.id())).isEmpty();
            assertThat(stores.documents().receivedPerDay(1)).hasSize(1);
        }
    }
}
