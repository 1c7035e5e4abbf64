package io.liasse.routes;

import com.github.kagkarlsson.scheduler.task.Priority;
import io.liasse.routes.reading.Arrangement;
import io.liasse.routes.reading.ReadingQueue;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.PageEdits;
import io.liasse.store.document.RenditionKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people do with the pages of documents that were read: turn them, put them into another order, take some out, divide
 * them among documents, put documents together. Each is a job like reading; what it is ordered on is RECEIVED until it is
 * done. Thread-safe.
 */
@Component
public class PageEditing {
    private static final int WHOLE_TURN = 360;
    private static final int QUARTER = 90;

    /** So many documents can be put behind one. */
    public static final int MOST_TOGETHER = 100;

    private final Documents documents;
    private final PageEdits edits;
    private final ReadingQueue queue;
    private final TransactionTemplate transaction;

    PageEditing(Documents documents, PageEdits edits, ReadingQueue queue, PlatformTransactionManager transactions) {
        this.documents = documents;
        this.edits = edits;
        this.queue = queue;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * How pages are to be arranged.
     *
     * @param order numbers of the pages that stay, from 1, in their new order; null: all as they are
     * @param degrees how far pages are turned clockwise, by their numbers; multiples of 90, negative ones too
     * @param at places in the new order, from 2, at which another document begins
     */
    public record PageOrder(@Nullable List<Integer> order, Map<Integer, Integer> degrees, Collection<Integer> at) {
        public PageOrder {
            order = order == null ? null : List.copyOf(order);
            degrees = Map.copyOf(degrees);
            at = List.copyOf(at);
        }
    }

    /**
     * Makes a version of the document, or several documents of it where they begin at some page.
     *
     * @throws InvalidInput for {@code order}, {@code degrees} or {@code at}
     */
    public Document arrange(DocumentId id, PageOrder order, @Nullable Long version, Viewer by) {
        return transaction.execute(status -> {
            boolean divides = !order.at().isEmpty();
            Document document = divides
                    ? documents.orderDivision(List.of(id), version, by).getFirst()
                    : edits.order(id, version, by);
            int pages = pages(document, "document");
            List<Arrangement.Sheet> sheets = sheets(order, pages);
            List<List<Arrangement.Sheet>> wanted = divided(sheets, order.at());
            if (!divides && unchanged(sheets, pages)) {
                throw new InvalidInput(order.order() == null ? "degrees" : "order", "changes nothing");
            }
            queue.arrange(document, arrangement(List.of(id), wanted, by), Priority.HIGH);
            return document;
        });
    }

    /** Puts documents of the inbox, or of one open case, together, in this order. */
    public Document merge(DocumentId id, Collection<DocumentId> with, @Nullable Long version, Viewer by) {
        Set<DocumentId> others = new LinkedHashSet<>(with);
        if (others.isEmpty()) {
            throw new InvalidInput("with", "is missing");
        }
        if (with.size() > MOST_TOGETHER) {
            throw new InvalidInput("with", "must be at most " + MOST_TOGETHER + " documents");
        }
        if (others.size() < with.size()) {
            throw new InvalidInput("with", "names a document twice");
        }
        if (others.contains(id)) {
            throw new InvalidInput("with", "is the same document");
        }
        return transaction.execute(status -> {
            List<DocumentId> ids = Stream.concat(Stream.of(id), others.stream()).toList();
            List<Document> all = documents.orderDivision(ids, "with", version, by);
            List<Arrangement.Sheet> sheets = new ArrayList<>();
            for (Document each : all) {
                int source = all.indexOf(each);
                IntStream.rangeClosed(1, pages(each, source == 0 ? "document" : "with"))
                        .forEach(page -> sheets.add(new Arrangement.Sheet(source, page, 0)));
            }
            queue.arrange(all.getFirst(), arrangement(ids, List.of(sheets), by), Priority.HIGH);
            return all.getFirst();
        });
    }

    private static Arrangement arrangement(List<DocumentId> ids, List<List<Arrangement.Sheet>> documents, Viewer by) {
        return new Arrangement(
                ids.stream().map(DocumentId::toString).toList(),
                documents,
                by.user().value().toString(),
                by.name());
    }

    private int pages(Document document, String field) {
        Integer pages = document.pages();
        boolean shown = documents.rendition(document.id(), RenditionKind.PDF, 0).isPresent();
        if (pages == null || pages == 0 || !shown) {
            throw new InvalidInput(field, "has no pages that could be edited");
        }
        return pages;
    }

    private static List<Arrangement.Sheet> sheets(PageOrder order, int pages) {
        List<Integer> staying =
                order.order() == null ? IntStream.rangeClosed(1, pages).boxed().toList() : order.order();
        if (staying.isEmpty()) {
            throw new InvalidInput("order", "leaves no page");
        }
        checkPages(staying, pages, "order");
        if (new HashSet<>(staying).size() < staying.size()) {
            throw new InvalidInput("order", "names a page twice");
        }
        checkPages(order.degrees().keySet(), pages, "pages");
        return staying.stream()
                .map(page -> new Arrangement.Sheet(0, page, turn(order.degrees().getOrDefault(page, 0))))
                .toList();
    }

    private static void checkPages(Collection<Integer> numbers, int pages, String field) {
        if (numbers.stream().anyMatch(page -> page < 1 || page > pages)) {
            throw new InvalidInput(field, "must be pages from 1 to " + pages);
        }
    }

    private static int turn(int degrees) {
        if (degrees % QUARTER != 0) {
            throw new InvalidInput("degrees", "must be a multiple of 90");
        }
        return Math.floorMod(degrees, WHOLE_TURN);
    }

    private static List<List<Arrangement.Sheet>> divided(List<Arrangement.Sheet> sheets, Collection<Integer> at) {
        if (at.stream().anyMatch(place -> place < 2 || place > sheets.size())) {
            throw new InvalidInput("at", "must be pages from 2 to " + sheets.size());
        }
        List<Integer> ends = new ArrayList<>(
                at.stream().distinct().sorted().map(place -> place - 1).toList());
        ends.add(sheets.size());
        List<List<Arrangement.Sheet>> documents = new ArrayList<>();
        int begin = 0;
        for (int end : ends) {
            documents.add(sheets.subList(begin, end));
            begin = end;
        }
        return documents;
    }

    private static boolean unchanged(List<Arrangement.Sheet> sheets, int pages) {
        return sheets.size() == pages
                && IntStream.range(0, pages)
                        .allMatch(each -> sheets.get(each).page() == each + 1
                                && sheets.get(each).turn() == 0);
    }
}
