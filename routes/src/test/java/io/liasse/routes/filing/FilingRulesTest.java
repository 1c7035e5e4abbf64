package io.liasse.routes.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.routes.testing.Program;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.NewCase;
import io.liasse.store.casefile.NewParticipant;
import io.liasse.store.document.Candidate;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Evidence;
import io.liasse.store.document.FilingOrder;
import io.liasse.store.document.PageText;
import io.liasse.store.document.ReadResult;
import io.liasse.store.document.Wishes;
import io.liasse.store.filing.FilingDecisions;
import io.liasse.store.filing.FilingDecisions.Grounds;
import io.liasse.store.filing.FilingRule;
import io.liasse.store.filing.FilingRule.Condition;
import io.liasse.store.filing.FilingRule.Effect;
import io.liasse.store.filing.RuleProblem;
import io.liasse.store.filing.RuleSets;
import io.liasse.store.item.Channel;
import io.liasse.store.item.NewItem;
import io.liasse.store.object.ObjectStore;
import io.liasse.store.party.NewParty;
import io.liasse.store.party.Parties;
import io.liasse.store.party.PartyIdentifier;
import io.liasse.store.party.PartyKind;
import io.liasse.store.tag.Tag;
import io.liasse.store.tag.Tags;
import io.liasse.store.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of filing in the real line, and their trial on documents decided before. */
class FilingRulesTest {
    private static final String NUMBER = "756.9217.0769.85";
    private static final Condition FROM_SANATIS = new Condition(null, "", "sanatis.example", "", "", null);

    private Program program;
    private CaseFile water;
    private CaseFile fire;

    @BeforeEach
    void start(@TempDir Path home) {
        program = Program.start(home, TestDatabase.fresh());
        water = program.openCase("Water damage");
        fire = program.openCase("Fire damage");
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void filesWhatARuleNamesACaseForAndKeepsVersionAndGrounds() {
        save(new FilingRule("Sanatis", FROM_SANATIS, into(water, true)));
        Document filed = mail("Peter <p.k@post.sanatis.example>", "Offer", "Dear all");
        assertFiledIn(filed, water);
        assertThat(candidates(filed).getFirst().evidence()).containsExactly(new Evidence("rule", "Sanatis", null));
        Grounds grounds = grounds(filed);
        assertThat(grounds.rules()).isEqualTo(1);
        assertThat(grounds.acted()).containsExactly("Sanatis");
        assertThat(grounds.errorRate()).isEqualTo(0.005);
        assertThat(grounds.reason()).isNull();
        assertInInbox(mail("p.k@sanatis.example.org", "Offer", "Dear all"));
    }

    @Test
    void needsAllConditionsOfARule() {
        Condition when =
                new Condition(Channel.MAIL, "office@", "kasse@sanatis.example", "RÉPONSE", "prime, zu zahlen", null);
        save(new FilingRule("All", when, into(water, true)));
        assertFiledIn(mail("kasse@sanatis.example", "Ihre Reponse", "Die Prime ist\nzu  zahlen"), water);
        assertInInbox(mail("kasse@sanatis.example", "Ihre Reponse", "Die Prime"));
        assertInInbox(mail("info@sanatis.example", "Ihre Reponse", "Die Prime ist zu zahlen"));
        assertInInbox(mail("kasse@sanatis.example", "Antwort", "Die Prime ist zu zahlen"));
    }

    @Test
    void neverFilesAloneWhatARuleHoldsBackButFollowsAPerson() {
        save(new FilingRule("Look first", new Condition(Channel.UPLOAD, "", "", "", "", null), ask()));
        assertWaits(upload("scan.pdf", "Our sign " + water.reference()), "rule|Look first");
        Document wished = program.document(program.documents()
                .receive(
                        item(Channel.UPLOAD, "wish.pdf", null),
                        new Wishes(water.reference().toString(), null, null, null, null))
                .document());
        assertFiledIn(filed(wished, "Dear all"), water);
    }

    @Test
    void doesNotFileAgainstAReferenceOrAStrongIdentifier() {
        CaseFile rochat = rochat();
        save(new FilingRule("Sanatis", FROM_SANATIS, into(water, true)));
        assertWaits(mail("a@sanatis.example", "x", "Our sign " + fire.reference()), "rule-disagrees|Sanatis");
        assertWaits(mail("a@sanatis.example", "x", "Insured no. " + NUMBER), "rule-disagrees|Sanatis");
        save(new FilingRule("Sanatis", FROM_SANATIS, into(rochat, true)));
        assertFiledIn(mail("a@sanatis.example", "x", "Insured no. " + NUMBER), rochat);
        save(new FilingRule("Sanatis", FROM_SANATIS, into(water, false)));
        Document proposed = mail("a@sanatis.example", "x", "Insured no. " + NUMBER);
        assertThat(proposed.state()).isEqualTo(DocumentState.INBOX);
        assertThat(candidates(proposed)).extracting(Candidate::caseId).contains(rochat.id(), water.id());
        Document both = mail("a@sanatis.example", "x", water.reference() + " and " + fire.reference());
        assertThat(both.reason()).startsWith("several-references|");
    }

    @Test
    void asksWhereTheCaseOfARuleWasClosedAndGoesOnWhereThingsAreGone() {
        Tag tag = program.get(Tags.class).create("Kasse", Tag.Colour.BLUE, admin());
        save(new FilingRule(
                "Sanatis",
                FROM_SANATIS,
                new Effect(
                        false,
                        null,
                        water.reference().toString(),
                        true,
                        tag.id().value())));
        program.get(Tags.class).remove(tag.id(), admin());
        program.sql()
                .sql("update case_file set state = 'CLOSED' where id = :id")
                .param("id", water.id().value())
                .update();
        assertWaits(mail("a@sanatis.example", "x", "Dear all"), "case-closed|" + water.reference());
        program.sql()
                .sql("update filing_rule_set set rules = '[{\"name\": 7, \"when\": []}, 3]'")
                .update();
        assertFiledIn(mail("a@sanatis.example", "x", "Our sign " + fire.reference()), fire);
        assertThat(program.get(RuleSets.class).inForce().readable()).isFalse();
    }

    @Test
    void setsTypeAndTagWhereNothingBetterIsKnown() {
        Tag tag = program.get(Tags.class).create("Kasse", Tag.Colour.BLUE, admin());
        save(
                new FilingRule(
                        "Bills",
                        FROM_SANATIS,
                        new Effect(false, "invoice", null, false, tag.id().value())),
                new FilingRule("Later", FROM_SANATIS, new Effect(false, "letter", null, false, null)));
        Document waiting = mail("a@sanatis.example", "x", "Xyz");
        assertThat(waiting.type()).isEqualTo("invoice");
        assertThat(program.get(Tags.class).of(waiting.id()))
                .extracting(Tag::name)
                .containsExactly("Kasse");
        Document given = program.document(program.documents()
                .receive(item(Channel.MAIL, "y", "a@sanatis.example"), new Wishes(null, "contract", null, null, null))
                .document());
        assertThat(filed(given, "Xyz").type()).isEqualTo("contract");
    }

    @Test
    void measuresTheThresholdAnewWhenAnotherRateIsSaved() {
        program.get(RuleSets.class).save(0, 0.2, List.of(), admin());
        upload("a.pdf", "Dear all");
        assertThat(program.get(FilingDecisions.class).model().orElseThrow().errorRate())
                .isEqualTo(0.2);
        int version = program.get(FilingDecisions.class).model().orElseThrow().version();
        upload("b.pdf", "Dear all");
        assertThat(program.get(FilingDecisions.class).model().orElseThrow().version())
                .isEqualTo(version);
    }

    @Test
    void savesWholeVersionsAndRefusesWhatIsWrong() {
        RuleSets sets = program.get(RuleSets.class);
        save(new FilingRule("One", FROM_SANATIS, ask()));
        assertThatThrownBy(() -> sets.save(0, null, List.of(), admin())).isInstanceOf(Conflict.class);
        save();
        assertThat(sets.versions(admin()))
                .extracting(each -> each.version() + " " + each.rules().size())
                .containsExactly("2 0", "1 1");
        assertThat(sets.version(1, admin()).rules().getFirst().name()).isEqualTo("One");
        Viewer supervisor = program.user("super", Role.SUPERVISOR).viewer();
        assertThat(sets.inForce(supervisor).version()).isEqualTo(2);
        assertThatThrownBy(() -> sets.save(2, null, List.of(), supervisor)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> sets.inForce(program.user("clerk", Role.CLERK).viewer()))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> sets.save(2, 1.0, List.of(), admin())).isInstanceOf(InvalidInput.class);

        CaseFile sealed = program.sealedCase("Hidden");
        Viewer other = program.user("other", Role.ADMINISTRATOR).viewer();
        assertThat(problems(other, FROM_SANATIS, into(sealed, true))).containsExactly("1 case case-unknown");
        assertThat(problems(admin(), FROM_SANATIS, into(sealed, true))).isEmpty();
        assertThat(problems(admin(), FROM_SANATIS, into(program.closedCase("Old"), true)))
                .containsExactly("1 case case-closed");
        assertThat(problems(
                        admin(), FROM_SANATIS, new Effect(false, "nonsense", "1999-000001-0", true, UUID.randomUUID())))
                .containsExactly("1 type type", "1 case case-unknown", "1 tag tag");
        assertThat(problems(admin(), new Condition(null, "", " ", "", "", null), new Effect(false, "", "", true, null)))
                .containsExactly("1 when no-condition", "1 then no-effect");
        assertThat(problems(admin(), new Condition(null, "", "", "", "x".repeat(201), null), ask()))
                .containsExactly("1 words text");
        assertThat(problems(admin(), new Condition(null, "", "", "a\u0000", "", null), ask()))
                .containsExactly("1 title text");
        FilingRule rule = new FilingRule("Same", FROM_SANATIS, ask());
        assertThat(sets.problems(null, List.of(rule, rule), admin()))
                .extracting(RuleProblem::key)
                .containsExactly("name-twice");
        assertThat(sets.problems(null, java.util.Collections.nCopies(51, rule), admin()))
                .extracting(RuleProblem::key)
                .containsExactly("too-many");
    }

    @Test
    void triesRulesOnWhatWasDecidedWithoutChangingAnything() {
        Document waited = mail("a@sanatis.example", "Offer", "Dear all");
        Document alone = upload("scan.pdf", "Our sign " + fire.reference());
        fileByHand(waited, water);
        String before = contents();
        FilingRule file = new FilingRule(
                "Sanatis",
                FROM_SANATIS,
                new Effect(false, "invoice", water.reference().toString(), true, null));
        FilingRule hold =
                new FilingRule("Hold", new Condition(Channel.UPLOAD, "", "", "scan", "our sign", null), ask());
        FilingTrial.Result result = tried(admin(), file, hold);
        assertThat(result.documents()).isEqualTo(2);
        assertThat(List.of(
                        result.changed(),
                        result.nowAlone(),
                        result.nowWaiting(),
                        result.otherCase(),
                        result.otherType()))
                .containsExactly(2, 1, 1, 0, 1);
        assertThat(List.of(result.agreeing(), result.contradicting())).containsExactly(1, 0);
        assertThat(result.changes())
                .extracting(FilingTrial.Change::id)
                .containsExactlyInAnyOrder(waited.id(), alone.id());
        FilingTrial.Change held = result.changes().stream()
                .filter(each -> each.id().equals(alone.id()))
                .findFirst()
                .orElseThrow();
        assertThat(held.before().into()).isEqualTo(fire.reference());
        assertThat(held.after().reason()).isEqualTo("rule");
        assertThat(contents()).isEqualTo(before);
        assertThat(tried(admin()).changed()).isZero();

        save(file);
        assertThat(tried(admin(), file).changed()).isZero();
        assertThat(tried(admin(), new FilingRule("Sanatis", FROM_SANATIS, into(fire, true)))
                        .otherCase())
                .isEqualTo(1);
    }

    @Test
    void tellsWhoMaySeeNoCaseOnlyHowMany() {
        mail("a@sanatis.example", "Offer", "Dear all");
        Viewer other = program.user("other", Role.ADMINISTRATOR).viewer();
        FilingTrial.Result result = tried(other, new FilingRule("Sanatis", FROM_SANATIS, into(water, true)));
        assertThat(result.nowAlone()).isEqualTo(1);
        assertThat(result.unseen()).isEqualTo(1);
        assertThat(result.changes()).isEmpty();
        Viewer clerk = program.user("clerk", Role.CLERK).viewer();
        assertThatThrownBy(() -> tried(clerk)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void triesAThousandDocumentsWithFiftyRules() {
        rochat();
        Document first = mail("a@sanatis.example", "Offer", "Insured no. " + NUMBER + "\n" + "word ".repeat(400));
        copies(first, 999);
        List<FilingRule> rules = new ArrayList<>();
        for (int each = 0; each < RuleSets.MOST; each++) {
            rules.add(new FilingRule(
                    "Rule " + each, new Condition(null, "", "", "", "insured no, word" + each, null), ask()));
        }
        rules.set(7, new FilingRule("Sanatis", FROM_SANATIS, new Effect(false, "invoice", null, false, null)));
        FilingTrial.Result result = tried(1000, admin(), rules);
        assertThat(result.documents()).isEqualTo(1000);
        assertThat(result.otherType()).isEqualTo(1000);
        assertThat(result.changes()).hasSize(FilingTrial.MOST_LISTED);
    }

    /** The same document again and again, as rows. */
    private void copies(Document of, int many) {
        program.sql().sql("""
                with copied as (
                    insert into document (item_id, channel, state, name, title, title_given, date_given, language_given,
                                          media_type, size, sha256, sender, received_at, ordinal)
                    select item_id, channel, state, name, title, title_given, date_given, language_given, media_type, size,
                           sha256, sender, received_at, n
                    from document, generate_series(1, :many) n where id = :id returning id),
                paged as (
                    insert into document_page (document_id, page, text, source, width, height)
                    select c.id, p.page, p.text, p.source, p.width, p.height
                    from copied c cross join document_page p where p.document_id = :id)
                insert into filing_decision (document_id, at, model, threshold, candidates, best_case, probability, alone,
                                             ground, rules, acted, error_rate, reason)
                select c.id, f.at, f.model, f.threshold, f.candidates, f.best_case, f.probability, f.alone, f.ground, f.rules,
                       f.acted, f.error_rate, f.reason
                from copied c cross join filing_decision f where f.document_id = :id
                """).param("many", many).param("id", of.id().value()).update();
    }

    /** All that filing writes. */
    private String contents() {
        return program.sql().sql("""
                select concat((select string_agg(d::text, '' order by id) from document d),
                              (select string_agg(f::text, '' order by document_id) from filing_decision f),
                              (select string_agg(k::text, '' order by document_id, ordinal) from document_candidate k),
                              (select max(seq) from journal), (select count(*) from filing_model),
                              (select count(*) from document_tag))
                """).query((row, index) -> row.getString(1)).single();
    }

    private FilingTrial.Result tried(Viewer viewer, FilingRule... rules) {
        return tried(200, viewer, List.of(rules));
    }

    private FilingTrial.Result tried(int last, Viewer viewer, List<FilingRule> rules) {
        return program.get(FilingTrial.class).tryOut(null, rules, last, viewer);
    }

    private List<String> problems(Viewer by, Condition when, Effect then) {
        return program.get(RuleSets.class).problems(null, List.of(new FilingRule("Rule", when, then)), by).stream()
                .map(each -> each.rule() + " " + each.field() + " " + each.key())
                .toList();
    }

    private void save(FilingRule... rules) {
        RuleSets sets = program.get(RuleSets.class);
        sets.save(sets.inForce().version(), null, List.of(rules), admin());
    }

    private Viewer admin() {
        return program.everybody();
    }

    private static Effect into(CaseFile file, boolean alone) {
        return new Effect(false, null, file.reference().toString(), alone, null);
    }

    private static Effect ask() {
        return new Effect(true, null, null, false, null);
    }

    private CaseFile rochat() {
        NewParty person = new NewParty(
                PartyKind.PERSON, "Marie Rochat", null, null, null, List.of(new PartyIdentifier("ahv", NUMBER)));
        NewParticipant client = new NewParticipant(
                program.get(Parties.class).create(person, admin()).id(), "client");
        return program.get(CaseFiles.class)
                .open(new NewCase("complaint", "Rochat", false, null, List.of(client)), admin());
    }

    private void fileByHand(Document document, CaseFile in) {
        program.documents().file(document.id(), new FilingOrder(in.id(), null, null, null, Map.of()), null, admin());
    }

    private Document mail(String sender, String subject, String text) {
        return filed(
                program.document(program.documents()
                        .receive(item(Channel.MAIL, subject, sender), Wishes.NONE)
                        .document()),
                text);
    }

    private Document upload(String name, String text) {
        return filed(
                program.document(program.documents()
                        .receive(item(Channel.UPLOAD, name, null), Wishes.NONE)
                        .document()),
                text);
    }

    private NewItem item(Channel channel, String name, String sender) {
        String key = UUID.randomUUID().toString();
        return new NewItem(
                        channel,
                        key,
                        program.get(ObjectStore.class).put(new ByteArrayInputStream(Program.bytes(key))),
                        name,
                        sender,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null)
                .from(channel == Channel.MAIL ? "office@imap.example" : null);
    }

    private Document filed(Document document, String text) {
        ReadResult found = new ReadResult(
                "application/pdf",
                null,
                null,
                "de",
                null,
                1,
                List.of(new PageText(1, text, "layer", null, "de", null, 595, 842)),
                List.of(),
                List.of(),
                List.of());
        assertThat(program.documents().startReading(document.id())).isTrue();
        program.documents().recordRead(document.id(), found);
        program.get(Filing.class).file(document, found);
        return program.document(document.id());
    }

    private List<Candidate> candidates(Document document) {
        return program.candidates(document.id());
    }

    private Grounds grounds(Document document) {
        return Objects.requireNonNull(program.get(FilingDecisions.class)
                .of(document.id())
                .orElseThrow()
                .grounds());
    }

    private static void assertFiledIn(Document document, CaseFile expected) {
        assertThat(document.reason()).isNull();
        assertThat(document.state()).isEqualTo(DocumentState.FILED);
        assertThat(document.caseReference()).isEqualTo(expected.reference());
    }

    private static void assertInInbox(Document document) {
        assertThat(document.state()).isEqualTo(DocumentState.INBOX);
    }

    private static void assertWaits(Document document, String reason) {
        assertThat(document.state()).isEqualTo(DocumentState.INBOX);
        assertThat(document.reason()).isEqualTo(reason);
    }
}
