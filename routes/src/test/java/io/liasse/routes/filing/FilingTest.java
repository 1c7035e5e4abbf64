package io.liasse.routes.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.routes.testing.Program;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Role;
import io.liasse.store.access.User;
import io.liasse.store.access.UserId;
import io.liasse.store.awaited.AwaitedDocuments;
import io.liasse.store.awaited.AwaitedId;
import io.liasse.store.awaited.NewAwaited;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.Candidate;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Evidence;
import io.liasse.store.document.Field;
import io.liasse.store.document.FilingOrder;
import io.liasse.store.document.NewPart;
import io.liasse.store.document.PageText;
import io.liasse.store.document.ReadResult;
import io.liasse.store.document.Wishes;
import io.liasse.store.item.Channel;
import io.liasse.store.item.NewItem;
import io.liasse.store.object.ObjectStore;
import io.liasse.store.object.StoredObject;
import io.liasse.store.party.NewParty;
import io.liasse.store.party.Parties;
import io.liasse.store.party.PartyId;
import io.liasse.store.party.PartyKind;
import io.liasse.store.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilingTest {
    private static final CaseReference NOBODYS = new CaseReference(1999, 123456);

    private Program program;
    private CaseFile water;
    private CaseFile fire;

    @BeforeAll
    void start(@TempDir Path home) {
        program = Program.start(home, TestDatabase.fresh());
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @BeforeEach
    void openCases() {
        water = program.openCase("Water damage");
        fire = program.openCase("Fire damage");
    }

    @Test
    void filesByReferenceInText() {
        Document filed = file(received("scan.pdf"), text("nothing", "Our sign: " + water.reference()));
        assertFiledIn(filed, water);
        assertThat(evidence(filed))
                .containsExactly(
                        new Evidence("reference-in-text", water.reference().toString(), 2));
    }

    @Test
    void marksWhatTheCaseAwaitsAsArrivedAndAsAwaitedAgainWhenTheFilingIsTakenBack() {
        AwaitedDocuments awaited = program.get(AwaitedDocuments.class);
        PartyId garage = program.get(Parties.class)
                .create(
                        new NewParty(PartyKind.ORGANISATION, "Garage Tobler AG", null, null, null, List.of()),
                        program.everybody())
                .id();
        AwaitedId report = awaited.add(
                        water.id(), new NewAwaited("Report", garage, null, null, null), program.everybody())
                .id();
        Document filed = file(received("scan.pdf"), text("Garage Tobler AG", "Our sign: " + water.reference()));
        assertFiledIn(filed, water);
        assertThat(evidence(filed)).extracting(Evidence::kind).containsExactly("reference-in-text", "awaited");
        assertThat(awaited.get(water.id(), report, program.everybody()).document())
                .isEqualTo(filed.id());
        program.documents().takeBack(filed.id(), null, program.everybody());
        assertThat(awaited.get(water.id(), report, program.everybody()).open()).isTrue();
    }

    @Test
    void filesByReferenceInBarcode() {
        Field code = new Field("barcode", "CASE:" + water.reference(), 1, null, 1.0, null);
        Document filed = file(received("scan.pdf"), result("application/pdf", null, List.of(), List.of(code)));
        assertFiledIn(filed, water);
        assertThat(evidence(filed)).extracting(Evidence::kind).containsExactly("reference-in-barcode");
    }

    @Test
    void filesByReferenceInFileName() {
        Document filed = file(received(water.reference() + " invoice.pdf"), text("no number"));
        assertFiledIn(filed, water);
        assertThat(evidence(filed)).extracting(Evidence::kind).containsExactly("reference-in-name");
    }

    @Test
    void filesByReferenceInFolderName() {
        Document filed = file(
                receivedFrom(
                        Channel.HOT_FOLDER, List.of("scans", water.reference().toString())),
                text(""));
        assertFiledIn(filed, water);
        assertThat(evidence(filed)).extracting(Evidence::kind).containsExactly("reference-in-folder");
    }

    @Test
    void filesByReferenceInSubject() {
        Document filed = file(receivedFrom(Channel.MAIL, List.of("AW: " + water.reference())), text(""));
        assertFiledIn(filed, water);
        assertThat(evidence(filed)).extracting(Evidence::kind).containsExactly("reference-in-subject");
    }

    @Test
    void filesByThreadOfMailsFiledBefore() {
        Document first = received(mail("<first@example.org>", List.of(), "Question"), Wishes.NONE);
        file(first, text("about " + water.reference()));
        Document reply = received(mail("<second@example.org>", List.of("<first@example.org>"), "Answer"), Wishes.NONE);
        Document filed = file(reply, text("I agree"));
        assertFiledIn(filed, water);
        assertThat(evidence(filed)).extracting(Evidence::kind).startsWith("mail-thread");
    }

    @Test
    void filesByThreadOfMailThatAPersonFiled() {
        Document first = received(mail("<by-hand@example.org>", List.of(), "Question"), Wishes.NONE);
        file(first, text("nothing"));
        program.documents()
                .file(first.id(), new FilingOrder(fire.id(), null, null, null, Map.of()), null, program.everybody());
        Document reply = received(mail("<re@example.org>", List.of("<by-hand@example.org>"), "Answer"), Wishes.NONE);
        assertFiledIn(file(reply, text("I agree")), fire);
    }

    @Test
    void asksWhenThreadAndTextSayDifferentThings() {
        Document first = received(mail("<thread@example.org>", List.of(), "Question"), Wishes.NONE);
        file(first, text("about " + water.reference()));
        Document reply = received(mail("<contrary@example.org>", List.of("<thread@example.org>"), "Re"), Wishes.NONE);
        Document waiting = file(reply, text("rather " + fire.reference()));
        assertWaits(waiting, "several-references|" + fire.reference() + ", " + water.reference());
    }

    @Test
    void asksBetweenSeveralReferences() {
        Document waiting = file(received("scan.pdf"), text(water.reference() + " and " + fire.reference()));
        assertWaits(waiting, "several-references|" + water.reference() + ", " + fire.reference());
        assertThat(program.candidates(waiting.id()))
                .extracting(Candidate::caseId)
                .containsExactlyInAnyOrder(water.id(), fire.id());
    }

    @Test
    void asksWithoutEvidence() {
        assertWaits(file(received("scan.pdf"), text("Dear all")), "no-evidence");
    }

    @Test
    void asksAboutUnknownReference() {
        assertWaits(file(received("scan.pdf"), text("see " + NOBODYS)), "unknown-reference|" + NOBODYS);
    }

    @Test
    void doesNotLetUnknownReferenceStandInTheWayOfKnownOne() {
        assertFiledIn(file(received("scan.pdf"), text("see " + NOBODYS + " and " + water.reference())), water);
    }

    @Test
    void ignoresReferenceWithWrongCheckDigit() {
        String reference = water.reference().toString();
        int wrong = (water.reference().checkDigit() + 1) % 10;
        String altered = reference.substring(0, reference.length() - 1) + wrong;
        assertWaits(file(received("scan.pdf"), text("see " + altered)), "no-evidence");
    }

    @Test
    void refusesToFileIntoClosedCase() {
        CaseFile closed = program.closedCase("Long ago");
        Document waiting = file(received("scan.pdf"), text("see " + closed.reference()));
        assertWaits(waiting, "case-closed|" + closed.reference());
        assertThat(program.candidates(waiting.id()))
                .extracting(Candidate::caseId)
                .containsExactly(closed.id());
    }

    @Test
    void filesIntoSealedCaseByReference() {
        CaseFile sealed = program.sealedCase("Secret");
        assertFiledIn(file(received("scan.pdf"), text("see " + sealed.reference())), sealed);
    }

    @Test
    void followsTheWishOfAClerk() {
        User clerk = program.user("clerk-" + UUID.randomUUID(), Role.CLERK);
        Document filed = file(wished(water.reference().toString(), clerk.id()), text("no number"));
        assertFiledIn(filed, water);
        assertThat(evidence(filed)).extracting(Evidence::kind).containsExactly("wished");
    }

    @Test
    void followsTheWishWhateverTheTextSays() {
        User clerk = program.user("clerk-" + UUID.randomUUID(), Role.CLERK);
        Document filed = file(wished(water.reference().toString(), clerk.id()), text("see " + fire.reference()));
        assertFiledIn(filed, water);
        assertThat(program.candidates(filed.id()))
                .extracting(Candidate::caseId)
                .containsExactlyInAnyOrder(water.id(), fire.id());
    }

    @Test
    void doesNotFollowTheWishIntoAClosedCase() {
        CaseFile closed = program.closedCase("Long ago");
        User clerk = program.user("clerk-" + UUID.randomUUID(), Role.CLERK);
        assertWaits(
                file(wished(closed.reference().toString(), clerk.id()), text("")), "case-closed|" + closed.reference());
    }

    @Test
    void followsTheWishOfASystemThatHoldsTheRight() {
        User system = program.user("system-" + UUID.randomUUID(), Role.EXTERNAL_SYSTEM);
        program.get(CaseFiles.class).grant(water.id(), system.id(), CaseRight.WRITE, program.everybody());
        assertFiledIn(file(wished(water.reference().toString(), system.id()), text("")), water);
    }

    @Test
    void showsASystemWithoutRightTheSameForExistingAndMissingCases() {
        User system = program.user("system-" + UUID.randomUUID(), Role.EXTERNAL_SYSTEM);
        Document existing = file(wished(water.reference().toString(), system.id()), text(""));
        Document missing = file(wished(NOBODYS.toString(), system.id()), text(""));
        assertWaits(existing, "not-allowed|" + water.reference());
        assertWaits(missing, "not-allowed|" + NOBODYS);
        assertThat(program.candidates(existing.id())).isEmpty();
    }

    @Test
    void asksAboutAWishThatIsNoReference() {
        User clerk = program.user("clerk-" + UUID.randomUUID(), Role.CLERK);
        assertWaits(file(wished("the | red one", clerk.id()), text("")), "unknown-reference|the red one");
    }

    @Test
    void filesPartsWithTheMailTheyCameIn() {
        Document mail = receivedFrom(Channel.MAIL, List.of("Re: " + water.reference()));
        List<Document> parts = filedWithParts(mail, text("see below"), "photo.jpg", "letter.pdf");
        for (Document part : parts) {
            Document filed = file(part, text("no number"));
            assertFiledIn(filed, water);
            assertThat(evidence(filed)).extracting(Evidence::kind).containsExactly("with-parent");
        }
    }

    @Test
    void asksWhenAPartSaysOtherThanItsMail() {
        Document mail = receivedFrom(Channel.MAIL, List.of("Re: " + water.reference()));
        Document part = filedWithParts(mail, text(""), "letter.pdf").getFirst();
        Document waiting = file(part, text("about " + fire.reference()));
        assertWaits(waiting, "several-references|" + fire.reference() + ", " + water.reference());
    }

    @Test
    void letsPartsOfAWaitingArchiveDecideForThemselves() {
        List<Document> parts = filedWithParts(received("all.zip"), text(""), "one.pdf", "two.pdf", "three.pdf");
        assertFiledIn(file(parts.get(0), text("about " + water.reference())), water);
        assertFiledIn(file(parts.get(1), text("about " + fire.reference())), fire);
        assertWaits(file(parts.get(2), text("about nothing")), "no-evidence");
    }

    @Test
    void letsPartsWaitForTheSameReasonAsTheirMail() {
        Document mail = receivedFrom(Channel.MAIL, List.of(water.reference() + ", " + fire.reference()));
        Document part = filedWithParts(mail, text(""), "photo.jpg").getFirst();
        assertWaits(file(part, text("")), "several-references|" + water.reference() + ", " + fire.reference());
    }

    @Test
    void filesPartsOfPartsWithTheOutermost() {
        Document mail = receivedFrom(Channel.MAIL, List.of("Re: " + water.reference()));
        Document archive = filedWithParts(mail, text(""), "all.zip").getFirst();
        Document photo = filedWithParts(archive, text(""), "photo.jpg").getFirst();
        assertFiledIn(file(photo, text("")), water);
    }

    private List<Document> filedWithParts(Document document, ReadResult found, String... names) {
        List<NewPart> parts = Stream.of(names)
                .map(name -> new NewPart(name, stored(name), "application/octet-stream", null))
                .toList();
        file(
                document,
                new ReadResult(
                        found.mediaType(), null, null, null, null, 1, found.pages(), found.fields(), List.of(), parts));
        return program.documents().parts(document.id());
    }

    private Document file(Document document, ReadResult found) {
        assertThat(program.documents().startReading(document.id())).isTrue();
        program.documents().recordRead(document.id(), found);
        program.get(Filing.class).file(document, found);
        return program.document(document.id());
    }

    private Document received(String name) {
        return received(
                new NewItem(Channel.UPLOAD, null, stored(name), name, null, null, null, List.of(), List.of(), null),
                Wishes.NONE);
    }

    private Document receivedFrom(Channel channel, List<String> hints) {
        return received(
                new NewItem(channel, null, stored("file"), "file", null, null, null, List.of(), hints, null),
                Wishes.NONE);
    }

    private Document wished(String reference, UserId by) {
        return received(
                new NewItem(Channel.REST, null, stored("file"), "file", null, null, null, List.of(), List.of(), by),
                new Wishes(reference, null, null, null, null));
    }

    private NewItem mail(String messageId, List<String> threadIds, String subject) {
        return new NewItem(
                Channel.MAIL,
                null,
                stored(messageId),
                subject,
                "somebody@example.org",
                "message/rfc822",
                messageId,
                threadIds,
                List.of(subject),
                null);
    }

    private Document received(NewItem item, Wishes wishes) {
        DocumentId id = program.documents().receive(item, wishes).document();
        return program.document(id);
    }

    private StoredObject stored(String content) {
        return program.get(ObjectStore.class).put(new ByteArrayInputStream(Program.bytes(content)));
    }

    private static ReadResult text(String... pages) {
        List<PageText> texts = Stream.iterate(1, number -> number + 1)
                .limit(pages.length)
                .map(number -> new PageText(number, pages[number - 1], "layer", null, "en", null, 595, 842))
                .toList();
        return result("application/pdf", null, texts, FilingTest.references(texts));
    }

    private static List<Field> references(List<PageText> pages) {
        return pages.stream()
                .flatMap(page -> CaseReference.findAll(page.text()).stream()
                        .map(found -> new Field("case-reference", found.toString(), page.page(), null, 1.0, true)))
                .toList();
    }

    private static ReadResult result(String mediaType, String title, List<PageText> pages, List<Field> fields) {
        return new ReadResult(mediaType, title, null, "en", null, 1, pages, fields, List.of(), List.of());
    }

    private List<Evidence> evidence(Document document) {
        return program.candidates(document.id()).getFirst().evidence();
    }

    private static void assertFiledIn(Document document, CaseFile expected) {
        assertThat(document.reason()).isNull();
        assertThat(document.state()).isEqualTo(DocumentState.FILED);
        assertThat(document.caseReference()).isEqualTo(expected.reference());
    }

    private static void assertWaits(Document document, String reason) {
        assertThat(document.state()).isEqualTo(DocumentState.INBOX);
        assertThat(document.reason()).isEqualTo(reason);
    }
}
