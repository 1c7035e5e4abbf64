package io.liasse.routes.reading;

import io.liasse.routes.batch.Section;
import io.liasse.routes.workplace.Workplace;
import io.liasse.store.access.UserId;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.NewVersion;
import io.liasse.store.document.PageEdits;
import io.liasse.store.document.PageTurn;
import io.liasse.store.document.ReadResult;
import io.liasse.store.journal.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Step: turns pages, puts them into another order, leaves some out, divides them among documents or puts documents
 * together, as a person arranged them. Nothing is read again but pages whose text could not be read as they stood before.
 */
@Component
final class ArrangePages {
    /** Why a document is what it was. */
    private static final String IMPOSSIBLE = "pages-not-edited";

    private final KnownSources known;
    private final ReadTurned readTurned;
    private final DivideStack divide;
    private final KeepResult keep;
    private final PageEdits edits;

    ArrangePages(KnownSources known, ReadTurned readTurned, DivideStack divide, KeepResult keep, PageEdits edits) {
        this.known = known;
        this.readTurned = readTurned;
        this.divide = divide;
        this.keep = keep;
        this.edits = edits;
    }

    void arrange(Arrangement order, Document first, Attempt attempt, Workplace.Desk desk) {
        List<DivideStack.Source> sources = new ArrayList<>(List.of(known.of(first, desk)));
        order.sources().stream().skip(1).forEach(each -> sources.add(known.started(DocumentId.of(each), desk)));
        ReadTurned.Outcome read = readTurned.read(sources, leaves(order), attempt, desk);
        List<DivideStack.Source> all = new ArrayList<>(sources);
        read.again().ifPresent(again -> all.add(again.source()));
        if (order.edits()) {
            edit(order, all, read, attempt, desk);
        } else {
            divide(order, sources, all, read, attempt, desk);
        }
    }

    private static List<List<DivideStack.Leaf>> leaves(Arrangement order) {
        return order.documents().stream()
                .map(pages -> pages.stream()
                        .map(page -> new DivideStack.Leaf(page.source(), page.page(), page.turn()))
                        .toList())
                .toList();
    }

    private void edit(
            Arrangement order,
            List<DivideStack.Source> all,
            ReadTurned.Outcome read,
            Attempt attempt,
            Workplace.Desk desk) {
        Document document = all.getFirst().document();
        List<DivideStack.Source> shown = all.stream().map(ArrangePages::asShown).toList();
        List<DivideStack.Leaf> leaves = read.leaves().getFirst();
        DivideStack.Wanted wanted = new DivideStack.Wanted(document.name(), leaves, section());
        divide.divide(shown, List.of(wanted), attempt, desk)
                .ifPresentOrElse(
                        made -> edits.keep(
                                document.id(),
                                version(order, leaves, made.getFirst().found(), read)),
                        () -> edits.giveUp(document.id(), IMPOSSIBLE));
    }

    /** A version is what one sees; the original stays beside it. */
    private static DivideStack.Source asShown(DivideStack.Source source) {
        return new DivideStack.Source(source.document(), source.found(), null, null, source.origins());
    }

    private static NewVersion version(
            Arrangement order, List<DivideStack.Leaf> leaves, ReadResult found, ReadTurned.Outcome read) {
        List<PageTurn> pages = order.documents().getFirst().stream()
                .map(page -> new PageTurn(page.page(), page.turn()))
                .toList();
        List<NewVersion.ReadAgain> again =
                read.again().map(each -> again(leaves, found, each)).orElse(List.of());
        return new NewVersion(pages, found.renditions(), again, by(order));
    }

    private static List<NewVersion.ReadAgain> again(
            List<DivideStack.Leaf> leaves, ReadResult found, ReadTurned.Again again) {
        List<NewVersion.ReadAgain> pages = new ArrayList<>();
        for (int page = 1; page <= leaves.size(); page++) {
            DivideStack.Leaf leaf = leaves.get(page - 1);
            int number = page;
            if (leaf.source() == again.number()) {
                pages.add(new NewVersion.ReadAgain(
                        found.pages().get(page - 1),
                        found.fields().stream()
                                .filter(field -> field.page() != null && field.page() == number)
                                .toList(),
                        again.hints(leaf.page(), page)));
            }
        }
        return pages;
    }

    private static Actor by(Arrangement order) {
        return new Actor(new UserId(UUID.fromString(order.user())), order.name());
    }

    private void divide(
            Arrangement order,
            List<DivideStack.Source> sources,
            List<DivideStack.Source> all,
            ReadTurned.Outcome read,
            Attempt attempt,
            Workplace.Desk desk) {
        List<DivideStack.Wanted> wanted = new ArrayList<>();
        for (int each = 0; each < order.documents().size(); each++) {
            wanted.add(new DivideStack.Wanted(
                    name(order.documents().get(each), order, sources),
                    read.leaves().get(each),
                    section()));
        }
        Optional<List<DivideStack.Made>> made = divide.divide(all, wanted, attempt, desk);
        made.ifPresentOrElse(
                documents -> keep.keepRearranged(sources, documents),
                () -> sources.forEach(each -> edits.giveUp(each.document().id(), IMPOSSIBLE)));
    }

    /** Of one of several that a stack becomes: with its pages. */
    private static String name(List<Arrangement.Sheet> pages, Arrangement order, List<DivideStack.Source> sources) {
        Arrangement.Sheet first = pages.getFirst();
        String name = sources.get(first.source()).document().name();
        return order.documents().size() == 1
                ? name
                : SectionName.of(name, List.of(first.page(), pages.getLast().page()));
    }

    private static Section section() {
        return new Section(List.of(), null, null, List.of());
    }
}
