package io.liasse.store.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.store.Conflict;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.document.Candidate;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.FilingOrder;
import io.liasse.store.document.Trash;
import io.liasse.store.document.Wishes;
import io.liasse.store.filing.FilingDecisions;
import io.liasse.store.filing.FilingModel;
import io.liasse.store.filing.Ground;
import io.liasse.store.filing.Weighed;
import io.liasse.store.item.Channel;
import io.liasse.store.item.NewItem;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.JournalEntry;
import io.liasse.store.quality.Samples.Sample;
import io.liasse.store.testing.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final FilingModel MODEL = new FilingModel(0, Map.of(), null, 0, Instant.EPOCH, null);

    private static final int MORE_THAN_CONNECTIONS = 20;

    private final Stores stores = Stores.fresh();
    private final Documents documents = stores.documents();
    private final FilingDecisions decisions = stores.bean(FilingDecisions.class);
    private final Samples samples = stores.bean(Samples.class);
    private final Checks checks = stores.bean(Checks.class);
    private final QualityFigures figures = stores.bean(QualityFigures.class);
    private final Viewer supervisor = stores.user(Role.SUPERVISOR);
    private final Viewer manager = stores.user(Role.CASE_MANAGER);
    private final Viewer clerk = stores.user(Role.CLERK);
    private final CaseFile file = stores.given().openCase("Case", manager);
    private final CaseFile other = stores.given().openCase("Other", manager);

    @AfterEach
    void close() {
        stores.close();
    }

    private DocumentId alone(CaseFile into, String name) {
        return alone(into, stores.given().item(name, null), Wishes.NONE);
    }

    /** Goes the way of a document that the program files. */
    private DocumentId alone(CaseFile into, NewItem item, Wishes wishes) {
        DocumentId id = documents.receive(item, wishes).document();
        documents.startReading(id);
        documents.recordRead(id, stores.given().reading("text"));
        Candidate candidate = stores.given().candidate(into);
        decisions.record(id, MODEL, List.of(weighed(into)), grounds(null));
        documents.fileAlone(id, candidate, List.of(candidate));
        return id;
    }

    private static FilingDecisions.Grounds grounds(@Nullable String asks) {
        Ground ground = new Ground(null, false, false, asks, true, null, null, null, null);
        return new FilingDecisions.Grounds(ground, 0, List.of(), 0.005, asks);
    }

    private static Weighed weighed(CaseFile file) {
        return new Weighed(file.id(), Map.of(), 0.99, List.of());
    }

    private DocumentId byPerson(CaseFile into, String name) {
        DocumentId id = stores.given().read(name, "text");
        decisions.record(id, MODEL, List.of(weighed(into)), grounds("not-sure"));
        documents.toInbox(id, List.of(), "not-sure");
        documents.file(id, stores.given().into(into), null, clerk);
        return id;
    }

    private List<DocumentId> several(CaseFile into, int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> alone(into, "letter " + each))
                .toList();
    }

    private Sample draw(int wanted) {
        stores.clock().advance(Duration.ofMinutes(1));
        return samples.drawNow(wanted, supervisor).orElseThrow();
    }

    private List<DocumentId> open(Viewer viewer) {
        return checks.open(viewer, null, 500).stream()
                .map(Checks.Check::document)
                .toList();
    }

    @Test
    void drawsTheSameBySameSeed() {
        List<DocumentId> filed = several(file, 40);
        Sample sample = draw(10);
        List<DocumentId> drawn = open(supervisor);
        assertThat(sample.population()).isEqualTo(40);
        assertThat(drawn).hasSize(10).doesNotHaveDuplicates().isSubsetOf(filed);
        assertThat(samples.again(sample)).isEqualTo(drawn);
        Sample otherSeed =
                new Sample(sample.id(), sample.since(), sample.until(), sample.seed() + 1, 10, 40, sample.drawnAt());
        assertThat(samples.again(otherSeed)).isNotEqualTo(drawn);
        assertThat(stores.sql()
                        .sql("select details ->> 'seed' from journal where action = 'SAMPLE_DRAWN'")
                        .query(String.class)
                        .list())
                .containsExactly(Long.toString(sample.seed()));
    }

    @Test
    void leavesOutTheTrashAndWhatPeopleDecided() {
        DocumentId thrown = alone(file, "thrown");
        stores.bean(Trash.class).put(thrown, null, manager);
        byPerson(file, "by a person");
        alone(
                file,
                stores.given().item("wished", null),
                new Wishes(file.reference().toString(), null, null, null, null));
        DocumentId rest = alone(file, "rest");
        Sample sample = draw(30);
        assertThat(sample.population()).isOne();
        assertThat(open(supervisor)).containsExactly(rest);
        stores.bean(Trash.class).put(rest, null, manager);
        assertThat(open(supervisor)).isEmpty();
        assertThat(checks.progress(supervisor)).isEqualTo(new Checks.Progress(0, 0));
    }

    @Test
    void drawsEachDecisionFromOneSampleOnly() {
        several(file, 3);
        draw(30);
        DocumentId later = alone(file, "later");
        Sample second = draw(30);
        assertThat(second.population()).isOne();
        assertThat(open(supervisor)).hasSize(4).endsWith(later);
    }

    @Test
    void drawsOnceAWeekHoweverManyNodesTry() throws Exception {
        several(file, 5);
        stores.clock().advance(Duration.ofDays(7));
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            List<Future<Optional<Sample>>> drawn = new ArrayList<>();
            for (int node = 0; node < 4; node++) {
                drawn.add(nodes.submit(() -> samples.drawWeek(3)));
            }
            int draws = 0;
            for (Future<Optional<Sample>> each : drawn) {
                draws += each.get().isPresent() ? 1 : 0;
            }
            assertThat(draws).isOne();
        }
        assertThat(samples.drawWeek(3)).isEmpty();
        assertThat(open(supervisor)).hasSize(3);
        stores.clock().advance(Duration.ofDays(7));
        assertThat(samples.drawWeek(3)).isPresent();
        assertThat(open(supervisor)).hasSize(3);
    }

    @Test
    void asksOnlyThoseWhoMaySeeTheDocument() {
        CaseFile sealed = stores.given().sealedCase("Secret", manager);
        DocumentId secret = alone(sealed, "secret");
        DocumentId plain = alone(file, "plain");
        draw(30);
        assertThat(open(supervisor)).containsExactly(plain);
        assertThat(open(manager)).containsExactlyInAnyOrder(plain, secret);
        assertThat(open(clerk)).isEmpty();
        assertThat(checks.progress(clerk)).isEqualTo(new Checks.Progress(0, 0));
        Checks.Check hidden = checks.open(manager, null, 10).stream()
                .filter(each -> each.document().equals(secret))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> checks.get(hidden.id(), supervisor)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> checks.answer(hidden.id(), Verdict.right(), supervisor))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> checks.undo(hidden.id(), supervisor)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> samples.drawNow(30, clerk)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> figures.of(30, manager)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void takesAnAnswerOnceAndBackAgain() {
        several(file, 2);
        draw(30);
        Checks.Check first = checks.open(supervisor, null, 1).getFirst();
        checks.answer(first.id(), Verdict.wrong(Set.of(Verdict.Wrong.CASE, Verdict.Wrong.FIELD)), supervisor);
        assertThatThrownBy(() -> checks.answer(first.id(), Verdict.right(), manager))
                .isInstanceOf(Conflict.class);
        assertThat(checks.progress(manager)).isEqualTo(new Checks.Progress(1, 2));
        JournalEntry entry = latest(first.document());
        assertThat(entry.action()).isEqualTo(Action.FILING_CHECKED);
        assertThat(entry.details()).containsEntry("verdict", "WRONG").containsEntry("wrong", "CASE FIELD");
        assertThat(stores.journal().firstBreak(file.id())).isEmpty();
        assertThatThrownBy(() -> checks.undo(first.id(), manager)).isInstanceOf(Conflict.class);
        assertThat(checks.lastOf(supervisor).orElseThrow().check().id()).isEqualTo(first.id());
        checks.undo(first.id(), supervisor);
        assertThat(latest(first.document()).action()).isEqualTo(Action.FILING_CHECK_UNDONE);
        assertThat(open(supervisor)).hasSize(2);
        checks.answer(first.id(), Verdict.unsure(), supervisor);
        stores.clock().advance(Duration.ofHours(2));
        assertThat(checks.lastOf(supervisor)).isEmpty();
        assertThatThrownBy(() -> checks.undo(first.id(), supervisor)).isInstanceOf(Conflict.class);
    }

    private JournalEntry latest(DocumentId id) {
        return stores.journal().ofDocument(id, PageRequest.first(1)).items().getFirst();
    }

    @Test
    void passesOverOneAndComesBackToIt() {
        several(file, 3);
        draw(30);
        List<Checks.Check> all = checks.open(supervisor, null, 10);
        assertThat(checks.open(supervisor, all.getFirst().id(), 10))
                .containsExactly(all.get(1), all.get(2), all.get(0));
        assertThat(checks.open(supervisor, all.getLast().id(), 10)).isEqualTo(all);
    }

    @Test
    void takesMovingItElsewhereForAnAnswer() {
        DocumentId moved = alone(file, "moved");
        DocumentId back = alone(file, "back");
        several(file, 22);
        draw(30);
        documents.file(moved, stores.given().into(other), null, manager);
        documents.takeBack(back, null, manager);
        assertThat(open(supervisor)).hasSize(22).doesNotContain(moved, back);
        checks.open(supervisor, null, 30).forEach(each -> checks.answer(each.id(), Verdict.right(), supervisor));
        Figures.Row all = figures.of(7, supervisor).all();
        assertThat(all.precision()).isEqualTo(new Share(22, 24));
        assertThat(all.kept()).isEqualTo(new Share(22, 24));
    }

    /** Ten of the scanner and ten of the mailbox, the figures of each by hand. */
    @Test
    void countsByChannelAndSource() {
        List<DocumentId> scanned = IntStream.range(0, 20)
                .mapToObj(each -> scanned("scan " + each, "scanner 1"))
                .toList();
        scanned("rare", "Meier Anna");
        stores.sql()
                .sql("update document set scanner = case when name like 'scan%' then 'Kyocera' else 'Canon' end")
                .update();
        byPerson(file, "one");
        byPerson(file, "two");
        documents.file(scanned.getFirst(), stores.given().into(other), null, manager);
        documents.file(
                scanned.get(1),
                new FilingOrder(file.id(), "invoice", null, null, Map.of("amount", "12.00")),
                null,
                manager);
        draw(30);
        List<Checks.Check> open = checks.open(supervisor, null, 50);
        assertThat(open).hasSize(20);
        checks.answer(open.get(0).id(), Verdict.wrong(Set.of(Verdict.Wrong.CASE)), supervisor);
        checks.answer(open.get(1).id(), Verdict.unsure(), supervisor);
        open.subList(2, 20).forEach(each -> checks.answer(each.id(), Verdict.right(), supervisor));

        Figures found = figures.of(30, supervisor);
        assertThat(found.drawn()).isEqualTo(21);
        assertThat(found.checked()).isEqualTo(21);
        assertThat(found.all().precision()).isEqualTo(new Share(18, 20));
        assertThat(found.all().kept()).isEqualTo(new Share(20, 21));
        assertThat(found.all().alone()).isEqualTo(new Share(21, 23));
        assertThat(found.all().recall()).isEqualTo(new Share(20, 23));
        assertThat(found.all().fieldsCorrected()).isEqualTo(new Share(1, 1));
        assertThat(found.groups())
                .extracting(each -> each.channel() + "/" + each.source() + "/" + each.scanner())
                .containsExactly("HOT_FOLDER/null/null", "HOT_FOLDER/scanner 1/null", "HOT_FOLDER/null/Kyocera");
        assertThat(found.groups().get(1).row().kept()).isEqualTo(new Share(19, 20));
        stores.clock().advance(Duration.ofDays(31));
        Figures later = figures.of(30, supervisor);
        for (int more = 0; more < MORE_THAN_CONNECTIONS; more++) {
            assertThat(figures.of(30, supervisor).all()).isEqualTo(later.all());
        }
        assertThat(later.all().alone()).isEqualTo(new Share(0, 0));
        assertThat(later.groups()).isEmpty();
    }

    private DocumentId scanned(String name, @Nullable String source) {
        NewItem item = stores.given().item(name, null);
        assertThat(item.channel()).isEqualTo(Channel.HOT_FOLDER);
        return alone(file, item.from(source), Wishes.NONE);
    }

    @Test
    void holdsTypesAgainstWhatPeopleSay() {
        List<DocumentId> filed = several(file, 3);
        stores.sql().sql("update filing_decision set filed_type = 'invoice'").update();
        stores.sql().sql("update document set type = 'invoice'").update();
        documents.file(filed.getFirst(), new FilingOrder(file.id(), "letter", null, null, Map.of()), null, manager);
        draw(30);
        List<Checks.Check> open = checks.open(supervisor, null, 50);
        assertThat(open).extracting(Checks.Check::type).containsOnly("invoice");
        checks.answer(open.get(0).id(), Verdict.wrong(Set.of(Verdict.Wrong.TYPE)), supervisor);
        checks.answer(open.get(1).id(), Verdict.right(), supervisor);
        checks.answer(open.get(2).id(), Verdict.unsure(), supervisor);
        Figures.Row all = figures.of(7, supervisor).all();
        assertThat(all.type()).isEqualTo(new Share(1, 2));
        assertThat(all.typeKept()).isEqualTo(new Share(2, 3));
    }
}
