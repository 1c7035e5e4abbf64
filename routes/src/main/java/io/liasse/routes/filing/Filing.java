package io.liasse.routes.filing;

import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.document.Document;
import io.liasse.store.document.Documents;
import io.liasse.store.document.ReadResult;
import io.liasse.store.item.Item;
import io.liasse.store.item.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Decides which case a document belongs to. The rules, in this order:
 *
 * <ol>
 *   <li>A case that the sending user named, and may file into, is a decision and not a guess: it is followed, whatever
 *       else the document says. Not allowed and not existing look the same, and wait for a clerk.
 *   <li>References in barcodes, text, name, subject and folder names, and the thread of a mail, are clues of one rank.
 *       All to one open case: filed. To several: a clerk is asked.
 *   <li>What came inside of another document follows it, unless it has clues of its own that say otherwise: then a clerk
 *       is asked. Inside of something that waits, its own clues decide; without any it waits for the same reason.
 * </ol>
 *
 * Runs in the transaction of its caller. Thread-safe.
 */
@Component
public class Filing {
    private final Documents documents;
    private final Items items;
    private final CaseFiles cases;
    private final Clues clues;
    private final Wishing wishing;

    Filing(Documents documents, Items items, CaseFiles cases, Clues clues, Wishing wishing) {
        this.documents = documents;
        this.items = items;
        this.cases = cases;
        this.clues = clues;
        this.wishing = wishing;
    }

    /** Files the document just read, or puts it into the inbox with its candidates. */
    public void file(Document document, ReadResult found) {
        switch (decide(document, found)) {
            case FilingDecision.FileIn(var chosen, var all) -> documents.fileAlone(document.id(), chosen, all);
            case FilingDecision.AskClerk(var candidates, var reason) ->
                documents.toInbox(document.id(), candidates, reason);
        }
    }

    FilingDecision decide(Document document, ReadResult found) {
        List<Clue> inside = clues.inside(document, found);
        Optional<Document> parent = Optional.ofNullable(document.parent()).flatMap(documents::find);
        return parent.map(around -> decidePart(inside, around)).orElseGet(() -> decideReceived(document, inside));
    }

    private FilingDecision decideReceived(Document document, List<Clue> inside) {
        Item item = items.get(document.item());
        List<Clue> all = joined(inside, clues.around(item));
        return switch (wishing.of(document, item)) {
            case Wish.None() -> judge(all).decision();
            case Wish.Granted(var wished) -> judge(joined(wish(wished), all)).decision(wished);
            case Wish.Refused(var reason) ->
                new FilingDecision.AskClerk(judge(all).candidates(), reason);
        };
    }

    private static List<Clue> wish(CaseFile wished) {
        return List.of(Clue.of(wished.reference(), EvidenceKind.WISHED));
    }

    private FilingDecision decidePart(List<Clue> inside, Document parent) {
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
