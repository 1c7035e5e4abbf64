package io.liasse.routes.reading;

import io.liasse.capture.DivideOrder;
import io.liasse.capture.Dividing;
import io.liasse.capture.DocumentReader;
import io.liasse.capture.ReadOrder;
import io.liasse.capture.Reading;
import io.liasse.routes.workplace.Workplace;
import io.liasse.store.document.PageHint;
import io.liasse.store.document.PageText;
import io.liasse.store.document.SourcePage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Step: reads pages again that a person turns and that could not be read as they stood; as the person says they stand. */
@Component
final class ReadTurned {
    /** Below this mean confidence most words are wrong. */
    private static final double UNREADABLE = 0.65;

    private final DocumentReader reader;
    private final DivideStack divide;
    private final StoreDerived store;

    ReadTurned(DocumentReader reader, DivideStack divide, StoreDerived store) {
        this.reader = reader;
        this.divide = divide;
        this.store = store;
    }

    /**
     * The pages, those that were read again as pages of one more source.
     *
     * @param again empty where none was read again
     */
    record Outcome(List<List<DivideStack.Leaf>> leaves, Optional<Again> again) {}

    /**
     * Pages that were read again.
     *
     * @param number of the source that they are
     */
    record Again(int number, DivideStack.Source source, HintsOf all) {
        /** What is wrong with one of its pages, as of another page. */
        List<PageHint> hints(int page, int becomes) {
            return all.hints().stream()
                    .filter(each -> each.page() == page)
                    .map(each -> new PageHint(becomes, each.kind(), each.detail(), each.dismissed()))
                    .toList();
        }
    }

    Outcome read(
            List<DivideStack.Source> sources,
            List<List<DivideStack.Leaf>> leaves,
            Attempt attempt,
            Workplace.Desk desk) {
        List<DivideStack.Leaf> unread = leaves.stream()
                .flatMap(List::stream)
                .filter(DivideStack.Leaf::turns)
                .filter(leaf -> unreadable(page(sources, leaf)))
                .toList();
        Optional<Again> again = unread.isEmpty() ? Optional.empty() : again(sources, unread, attempt, desk);
        return new Outcome(again.isEmpty() ? leaves : replaced(leaves, unread, sources.size()), again);
    }

    private static PageText page(List<DivideStack.Source> sources, DivideStack.Leaf leaf) {
        return sources.get(leaf.source()).found().pages().get(leaf.page() - 1);
    }

    private static boolean unreadable(PageText page) {
        Double confidence = page.confidence();
        return switch (page.source()) {
            case "layer" -> false;
            default -> page.text().isBlank() || (confidence != null && confidence < UNREADABLE);
        };
    }

    private static List<List<DivideStack.Leaf>> replaced(
            List<List<DivideStack.Leaf>> leaves, List<DivideStack.Leaf> unread, int number) {
        return leaves.stream()
                .map(pages -> pages.stream()
                        .map(leaf ->
                                unread.contains(leaf) ? new DivideStack.Leaf(number, unread.indexOf(leaf) + 1) : leaf)
                        .toList())
                .toList();
    }

    private Optional<Again> again(
            List<DivideStack.Source> sources, List<DivideStack.Leaf> unread, Attempt attempt, Workplace.Desk desk) {
        return switch (reader.divide(bare(sources, unread, desk.folder("bare")))) {
            case Dividing.Divided(List<Dividing.Piece> pieces) ->
                again(sources, unread, pieces.getFirst().file(), attempt, desk);
            case Dividing.Impossible(Reading.Cause cause, String _) -> {
                attempt.throwUnlessToBlame(cause);
                yield Optional.empty();
            }
        };
    }

    private DivideOrder bare(List<DivideStack.Source> sources, List<DivideStack.Leaf> unread, Path folder) {
        List<DivideOrder.From> from = new ArrayList<>();
        for (DivideStack.Source source : sources) {
            from.add(divide.from(source, folder, from.size()));
        }
        List<DivideOrder.PageOf> pages = unread.stream()
                .map(leaf -> new DivideOrder.PageOf(leaf.source(), leaf.page(), leaf.turn()))
                .toList();
        return new DivideOrder(from, List.of(new DivideOrder.Wanted(pages, null, List.of(), true)), folder);
    }

    private Optional<Again> again(
            List<DivideStack.Source> sources,
            List<DivideStack.Leaf> unread,
            Path pages,
            Attempt attempt,
            Workplace.Desk desk) {
        long started = System.nanoTime();
        Reading reading = reader.read(
                new ReadOrder(pages, "pages.pdf", "application/pdf", null, null, desk.folder("again"), true));
        return switch (reading) {
            case Reading.Read read -> {
                Duration took = Duration.ofNanos(System.nanoTime() - started);
                List<SourcePage> origins = unread.stream()
                        .map(leaf -> sources.get(leaf.source()).origin(leaf.page()))
                        .toList();
                DivideStack.Source source = new DivideStack.Source(
                        sources.getFirst().document(), store.store(read, took), null, null, origins);
                yield Optional.of(new Again(sources.size(), source, HintsOf.read(read)));
            }
            case Reading.Unreadable unreadable -> {
                attempt.throwUnlessToBlame(unreadable.cause());
                yield Optional.empty();
            }
            case Reading.Unsupported _, Reading.NeedsPassword _ -> Optional.empty();
        };
    }
}
