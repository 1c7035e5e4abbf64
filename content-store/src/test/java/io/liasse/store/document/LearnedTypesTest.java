package io.liasse.store.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.journal.Action;
import io.liasse.store.testing.Stores;
import io.liasse.store.type.TypeProposal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LearnedTypesTest {
    private static final String SHEET = "Stundenzettel\nArbeitswoche %s mit Pausen und Überstunden, Visum Vorgesetzter";
    private static final String BILL = "Rechnung 118\nBetrag CHF 540.00, Mehrwertsteuer, zahlbar innert 30 Tagen, IBAN";

    private final Stores stores = Stores.fresh();
    private final Documents documents = stores.documents();
    private final Viewer clerk = stores.user(Role.CLERK);
    private final Viewer manager = stores.user(Role.CASE_MANAGER);
    private final CaseFile file = stores.given().openCase("First", manager);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void learnsFromOneDecisionAtOnce() {
        decide(stores.given().waiting("a.pdf", SHEET.formatted("zwölf")), "certificate");

        TypeProposal proposal = proposed(stores.given().waiting("b.pdf", SHEET.formatted("dreizehn")));

        assertThat(proposal.type()).isEqualTo("certificate");
        assertThat(proposal.evidence()).extracting(TypeProposal.Word::word).contains("Stundenzettel");
        assertThat(proposal.evidence()).allMatch(each -> each.page() == null || each.page() == 1);
    }

    @Test
    void learnsATypeThatPeopleAddedAndProposesItNoMoreWhenItIsNotOffered() {
        AddedTypes added = stores.bean(AddedTypes.class);
        Viewer supervisor = stores.user(Role.SUPERVISOR);
        AddedType sheet = stores.bean(DocumentTypes.class).add(Map.of("de", "Stundenzettel"), supervisor);
        decide(stores.given().waiting("a.pdf", SHEET.formatted("zwölf")), sheet.key());
        DocumentId second = stores.given().waiting("b.pdf", SHEET.formatted("dreizehn"));
        assertThat(proposed(second).type()).isEqualTo("stundenzettel");

        added.change(new AddedType(sheet.key(), sheet.names(), false, sheet.version()), supervisor);

        assertThat(documents.proposedType(documents.find(second).orElseThrow()))
                .map(TypeProposal::type)
                .isNotEqualTo(Optional.of("stundenzettel"));
    }

    @Test
    void takesBackWhatItLearnedWhenItIsDecidedOtherwise() {
        DocumentId id = stores.given().waiting("a.pdf", SHEET.formatted("zwölf"));
        decide(id, "certificate");
        decide(id, "certificate");
        assertThat(count("certificate", "")).isOne();
        assertThat(count("certificate", "w:stundenzettel")).isOne();

        decide(id, "contract");

        assertThat(count("certificate", "")).isZero();
        assertThat(count("certificate", "w:stundenzettel")).isZero();
        assertThat(count("contract", "w:stundenzettel")).isOne();
        assertThat(proposed(stores.given().waiting("b.pdf", SHEET.formatted("dreizehn")))
                        .type())
                .isEqualTo("contract");
    }

    @Test
    void leavesTheTypeOpenUntilItIsDecided() {
        DocumentId id = stores.given().waiting("a.pdf", BILL);
        Document document = documents.get(id, clerk);
        assertThat(document.type()).isNull();
        assertThat(proposed(id).type()).isEqualTo("invoice");

        decide(id, "letter");
        assertThat(documents.proposedType(documents.get(id, manager))).isEmpty();
    }

    @Test
    void setsTheTypeOfWhatItFilesAloneOnlyWhenItIsSureAndLearnsNothingFromThat() {
        DocumentId first = stores.given().filed(file, "a.pdf", BILL);
        assertThat(documents.get(first, manager).type()).isNull();
        for (int each = 0; each < 6; each++) {
            decide(stores.given().waiting(each + ".pdf", BILL), "invoice");
        }

        DocumentId sure = stores.given().filed(file, "b.pdf", BILL);

        assertThat(documents.get(sure, manager).type()).isEqualTo("invoice");
        assertThat(stores.journal()
                        .ofDocument(sure, io.liasse.store.PageRequest.first(10))
                        .items())
                .filteredOn(each -> each.action() == Action.DOCUMENT_FILED)
                .first()
                .satisfies(each -> assertThat(each.details()).containsEntry("type", "invoice"));
        assertThat(count("invoice", "")).isEqualTo(6);

        DocumentId open = stores.given().filed(file, "c.pdf", "Wir treffen uns am Dienstag um neun vor dem Rathaus");
        assertThat(documents.get(open, manager).type()).isNull();
    }

    @Test
    void countsDecisionsMadeAtTheSameTime() throws Exception {
        List<DocumentId> ids = IntStream.range(0, 8)
                .mapToObj(each -> stores.given().waiting(each + ".pdf", SHEET.formatted("Woche" + (char) ('a' + each))))
                .toList();
        List<CaseFile> files = IntStream.range(0, 8)
                .mapToObj(each -> stores.given().openCase("Case " + each, manager))
                .toList();
        try (ExecutorService clerks = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(each -> clerks.submit(() -> documents.file(
                            ids.get(each),
                            new FilingOrder(files.get(each).id(), "certificate", null, null, Map.of()),
                            null,
                            clerk)))
                    .toList();
            for (Future<?> each : all) {
                each.get();
            }
        }
        assertThat(count("certificate", "w:stundenzettel")).isEqualTo(8);
    }

    private void decide(DocumentId id, String type) {
        Viewer by = documents.find(id).orElseThrow().caseId() == null ? clerk : manager;
        documents.file(id, new FilingOrder(file.id(), type, null, null, Map.of()), null, by);
    }

    private TypeProposal proposed(DocumentId id) {
        return documents.proposedType(documents.find(id).orElseThrow()).orElseThrow();
    }

    private int count(String type, String key) {
        return stores.sql()
                .sql("select coalesce(sum(documents), 0)::int from type_count where type = :type and key = :key")
                .param("type", type)
                .param("key", key)
                .query(Integer.class)
                .single();
    }
}
