package io.liasse.routes.filing;

import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.Candidate;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
import io.liasse.store.document.Field;
import io.liasse.store.document.ReadResult;
import io.liasse.store.filing.Ground;
import io.liasse.store.item.Item;
import io.liasse.store.item.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides which case a document belongs to. The rules, in this order:
 *
 * <ol>
 *   <li>A case that the sending user named, and may file into, is a decision and not a guess: it is followed, whatever
 *       else the document says. Not allowed and not existing look the same, and wait for a clerk.
 *   <li>The cover sheet that lay on a document is such a decision too. Where both were made, and differ, a clerk is asked.
 *   <li>References in barcodes, text, name, subject and folder names, and the thread of a mail, are clues of one rank.
 *       All to one open case: filed. To several: a clerk is asked.
 *   <li>What came inside of another document follows it, unless it has clues of its own that say otherwise: then a clerk
 *       is asked. Inside of something that waits, its own clues decide; without any it waits for the same reason. A
 *       document made of pages of a stack counts as received as the stack was; nothing on other pages speaks for it.
 *   <li>What speaks against such a clue, the number or the name and birth date of people of other cases, makes it ask. Where
 *       there is no clue, numbers, names and earlier documents are weighed ({@link Weighing}): the document is filed alone
 *       only above the threshold that past decisions allow.
 *   <li>A scan that almost surely holds several documents is not filed by what one of them says: a clerk is asked.
 *   <li>An archive number that another document has is a mistake somewhere: a clerk is asked.
 *   <li>A rule may name a case where nothing else does, add its weight, or have a clerk asked ({@link Verdict}); it does not
 *       file against a reference or a strong identifier.
 * </ol>
 *
 * Runs in the transaction of its caller. Thread-safe.
 */
@Component
public class Filing {
    /** Score of a boundary with which a scan is held for several documents. */
    private static final double ALMOST_SURE = 0.85;

    private static final int MOST_NAMED = 5;
    private static final Set<String> BY_PERSONS = Set.of(EvidenceKind.WISHED.key(), EvidenceKind.COVER_SHEET.key());
    private static final Set<String> ORDERS =
            Set.of(EvidenceKind.WISHED.key(), EvidenceKind.COVER_SHEET.key(), EvidenceKind.WITH_PARENT.key());

    private final Documents documents;
    private final Items items;
    private final CaseFiles cases;
    private final Clues clues;
    private final Wishing wishing;
    private final Weighing weighing;
    private final Rules rules;

    Filing(
            Documents documents,
            Items items,
            CaseFiles cases,
            Clues clues,
            Wishing wishing,
            Weighing weighing,
            Rules rules) {
        this.documents = documents;
        this.items = items;
        this.cases = cases;
        this.clues = clues;
        this.wishing = wishing;
        this.weighing = weighing;
        this.rules = rules;
    }

    /** Files the document just read, or puts it into the inbox with its candidates. */
    public void file(Document document, ReadResult found) {
        String type =
                documents.find(document.id()).flatMap(documents::knownType).orElse(null);
        Ruled ruled = rules.about(document.id(), type);
        FilingDecision told = decide(document, found);
        Weighing.Result weighed = weighing.weigh(document, found, items.get(document.item()), told.candidates(), ruled);
        Ground ground = ground(document, found, told, weighed, type);
        Verdict verdict = Verdict.of(ground, weighed.weighed(), weighed.model().threshold(), ruled);
        rules.apply(document.id(), ruled, type);
        weighing.keep(document, weighed, rules.grounds(ground, ruled, weighing.errorRate(ruled.rules()), verdict));
        switch (verdict) {
            case Verdict.FileIn(var into) -> documents.fileAlone(document.id(), weighed.of(into), weighed.candidates());
            case Verdict.Ask(var reason) -> documents.toInbox(document.id(), weighed.candidates(), reason);
        }
    }

    /** Remembers the numbers of a document that is filed with what it was made of, and decides nothing. */
    public void remember(Document document, ReadResult found) {
        weighing.remember(document, found, items.get(document.item()));
    }

    /** What a reference, a thread or a person told, and what all the rest says to it. */
    private Ground ground(
            Document document, ReadResult found, FilingDecision told, Weighing.Result weighed, @Nullable String type) {
        String disagreement = weighed.disagreeing().isEmpty() ? null : disagreement(weighed);
        String doubt = looksLikeSeveral(document, found) ? "several-documents" : null;
        Optional<String> taken = takenNumber(document, found);
        if (taken.isPresent()) {
            String asks = "archive-number-taken|" + taken.get();
            return new Ground(null, false, false, asks, false, weighed.agreed(), disagreement, doubt, type);
        }
        return switch (told) {
            case FilingDecision.FileIn(var chosen, var _) ->
                new Ground(
                        chosen.caseId(),
                        has(ORDERS, chosen),
                        has(BY_PERSONS, chosen),
                        null,
                        false,
                        weighed.agreed(),
                        disagreement,
                        doubt,
                        type);
            case FilingDecision.AskClerk(var _, var reason) ->
                new Ground(null, false, false, reason, weighable(reason), weighed.agreed(), disagreement, doubt, type);
        };
    }

    /** Whether somebody said so, which no other evidence can gainsay. */
    private static boolean has(Set<String> kinds, Candidate chosen) {
        return chosen.evidence().stream().anyMatch(each -> kinds.contains(each.kind()));
    }

    private static boolean weighable(String reason) {
        return reason.equals(Verdict.NOTHING) || reason.startsWith("unknown-reference|");
    }

    private static String disagreement(Weighing.Result weighed) {
        return "identifiers-disagree|"
                + weighed.disagreeing().stream()
                        .map(CaseReference::toString)
                        .sorted()
                        .limit(MOST_NAMED)
                        .collect(Collectors.joining(", "));
    }

    private Optional<String> takenNumber(Document document, ReadResult found) {
        return found.fields().stream()
                .filter(field -> field.name().equals(Field.ARCHIVE_NUMBER))
                .map(Field::value)
                .filter(number -> documents
                        .holderOf(Long.parseLong(number))
                        .filter(holder -> !holder.equals(document.id()))
                        .isPresent())
                .findFirst();
    }

    /** A stack must not be filed by what one of its papers says. */
    private boolean looksLikeSeveral(Document document, ReadResult found) {
        return documents.boundaries(document.id()).stream()
                .anyMatch(boundary -> !boundary.dismissed()
                        && boundary.score() >= ALMOST_SURE
                        && found.pages().get(boundary.page() - 1).source().equals("ocr"));
    }

    FilingDecision decide(Document document, ReadResult found) {
        List<Clue> inside = clues.inside(document, found);
        Optional<Document> parent = parent(document);
        Document received = document;
        while (parent.filter(around -> around.state() == DocumentState.DIVIDED).isPresent()) {
            received = parent.get();
            parent = parent(received);
        }
        Document outermost = received;
        return parent.map(around -> decidePart(inside, around)).orElseGet(() -> decideReceived(outermost, inside));
    }

    private Optional<Document> parent(Document document) {
        return Optional.ofNullable(document.parent()).flatMap(documents::find);
    }

    private FilingDecision decideReceived(Document document, List<Clue> inside) {
        Item item = items.get(document.item());
        List<Clue> all = joined(inside, clues.around(item));
        return switch (wishing.of(document, item)) {
            case Wish.None() -> decide(all);
            case Wish.Granted(var wished) ->
                covered(inside)
                                .filter(cover -> !cover.equals(wished.reference()))
                                .isPresent()
                        ? judge(joined(wish(wished), all)).decision()
                        : judge(joined(wish(wished), all)).decision(wished);
            case Wish.Refused(var reason) ->
                new FilingDecision.AskClerk(judge(all).candidates(), reason);
        };
    }

    /** By the cover sheet if there is one, else by all that speaks for a case. */
    private FilingDecision decide(List<Clue> all) {
        Optional<CaseReference> cover = covered(all);
        if (cover.isEmpty()) {
            return judge(all).decision();
        }
        return cases.find(cover.get())
                .map(found -> judge(all).decision(found))
                .orElseGet(
                        () -> new FilingDecision.AskClerk(judge(all).candidates(), "unknown-reference|" + cover.get()));
    }

    private static Optional<CaseReference> covered(List<Clue> all) {
        return all.stream()
                .filter(clue -> clue.kind() == EvidenceKind.COVER_SHEET)
                .map(Clue::reference)
                .findFirst();
    }

    private static List<Clue> wish(CaseFile wished) {
        return List.of(Clue.of(wished.reference(), EvidenceKind.WISHED));
    }

    private FilingDecision decidePart(List<Clue> inside, Document parent) {
        if (covered(inside).isPresent()) {
            return decide(inside);
        }
        Optional<Clue> parentsCase = clues.caseOf(parent);
        if (parentsCase.isPresent()) {
            return judge(joined(inside, List.of(parentsCase.get()))).decision();
        }
        Judgement alone = judge(inside);
        return alone.knowsCase()
                ? alone.decision()
                : judge(joined(inside, clues.ofWaiting(parent))).decision();
    }

    private Judgement judge(List<Clue> all) {
        return new Judgement(all, cases::find);
    }

    private static List<Clue> joined(List<Clue> some, List<Clue> more) {
        List<Clue> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
