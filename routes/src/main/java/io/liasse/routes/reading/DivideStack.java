package io.liasse.routes.reading;

import io.liasse.capture.DivideOrder;
import io.liasse.capture.Dividing;
import io.liasse.capture.DocumentReader;
import io.liasse.capture.Reading;
import io.liasse.routes.batch.Section;
import io.liasse.routes.workplace.Workplace;
import io.liasse.store.document.Document;
import io.liasse.store.document.NewSection;
import io.liasse.store.document.ReadResult;
import io.liasse.store.document.Rendition;
import io.liasse.store.document.RenditionKind;
import io.liasse.store.document.SourcePage;
import io.liasse.store.object.ObjectStore;
import io.liasse.store.object.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Step: makes documents of the pages of documents that were read, out of what reading found and made of these pages. No
 * page is read again.
 */
@Component
final class DivideStack {
    private static final String PDF = "application/pdf";

    private final DocumentReader reader;
    private final ObjectStore objects;

    DivideStack(DocumentReader reader, ObjectStore objects) {
        this.reader = reader;
        this.objects = objects;
    }

    /**
     * A document that was read.
     *
     * @param original its file on the desk; null where its pages are not those of the document any more
     * @param origins which pages of which documents its pages are, where it was only made to read these again
     */
    record Source(
            Document document,
            ReadResult found,
            @Nullable Path original,
            @Nullable String password,
            List<SourcePage> origins) {
        Source {
            origins = List.copyOf(origins);
        }

        Source(Document document, ReadResult found, @Nullable Path original, @Nullable String password) {
            this(document, found, original, password, List.of());
        }

        SourcePage origin(int page) {
            return origins.isEmpty() ? new SourcePage(document.id(), page) : origins.get(page - 1);
        }
    }

    /**
     * A page of one of the sources.
     *
     * @param source which, from 0
     * @param page from 1
     * @param turn clockwise in degrees: 0, 90, 180 or 270
     */
    record Leaf(int source, int page, int turn) {
        Leaf(int source, int page) {
            this(source, page, 0);
        }

        boolean turns() {
            return turn != 0;
        }
    }

    /** A document to make, with what is known beside its pages. */
    record Wanted(String name, List<Leaf> leaves, Section section) {
        Wanted {
            leaves = List.copyOf(leaves);
        }
    }

    /** A document made, and all that is known of it. */
    record Made(NewSection section, ReadResult found) {}

    /** Empty when the files resist. */
    Optional<List<Made>> divide(List<Source> sources, List<Wanted> wanted, Attempt attempt, Workplace.Desk desk) {
        Path folder = desk.folder("divided");
        List<DivideOrder.From> from = new ArrayList<>();
        for (Source source : sources) {
            from.add(from(source, folder, from.size()));
        }
        List<DivideOrder.Wanted> orders = new ArrayList<>();
        for (Wanted each : wanted) {
            orders.add(order(sources, each, folder.resolve("picture-" + orders.size())));
        }
        return switch (reader.divide(new DivideOrder(from, orders, folder))) {
            case Dividing.Divided(List<Dividing.Piece> pieces) -> {
                List<Made> made = new ArrayList<>();
                for (Dividing.Piece piece : pieces) {
                    made.add(made(sources, wanted.get(made.size()), piece, folder));
                }
                yield Optional.of(made);
            }
            case Dividing.Impossible(Reading.Cause cause, String _) -> {
                attempt.throwUnlessToBlame(cause);
                yield Optional.empty();
            }
        };
    }

    DivideOrder.From from(Source source, Path folder, int number) {
        Path original = source.found().mediaType().equals(PDF) ? source.original() : null;
        Rendition searchable = rendition(source, RenditionKind.PDF, 0);
        boolean same = searchable.object().hash().equals(source.document().sha256());
        return new DivideOrder.From(
                original,
                source.password(),
                same && original != null ? original : fetched(searchable, folder.resolve("searchable-" + number)),
                fetched(rendition(source, RenditionKind.ALTO, 0), folder.resolve("alto-" + number)));
    }

    private static Rendition rendition(Source source, RenditionKind kind, int page) {
        return found(source, kind, page).orElseThrow();
    }

    private static Optional<Rendition> found(Source source, RenditionKind kind, int page) {
        return source.found().renditions().stream()
                .filter(each -> each.kind() == kind && each.page() == page)
                .findFirst();
    }

    private Path fetched(Rendition rendition, Path file) {
        try (InputStream bytes = objects.open(rendition.object().hash())) {
            Files.copy(bytes, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DivideOrder.Wanted order(List<Source> sources, Wanted wanted, Path picture) {
        Leaf first = wanted.leaves().getFirst();
        return new DivideOrder.Wanted(
                wanted.leaves().stream()
                        .map(leaf -> new DivideOrder.PageOf(leaf.source(), leaf.page(), leaf.turn()))
                        .toList(),
                found(sources.get(first.source()), RenditionKind.PAGE, first.page())
                        .map(each -> fetched(each, picture))
                        .orElse(null),
                turned(sources, wanted.leaves(), picture),
                false);
    }

    private List<DivideOrder.PictureOf> turned(List<Source> sources, List<Leaf> leaves, Path picture) {
        List<DivideOrder.PictureOf> turned = new ArrayList<>();
        for (int page = 1; page <= leaves.size(); page++) {
            Leaf leaf = leaves.get(page - 1);
            Path file = picture.resolveSibling(picture.getFileName() + "-" + page);
            int number = page;
            Optional<Rendition> seen = leaf.turns()
                    ? found(sources.get(leaf.source()), RenditionKind.PAGE, leaf.page())
                    : Optional.empty();
            seen.ifPresent(each -> turned.add(new DivideOrder.PictureOf(number, fetched(each, file))));
        }
        return turned;
    }

    private Made made(List<Source> sources, Wanted wanted, Dividing.Piece piece, Path folder) {
        List<SourcePage> pages = wanted.leaves().stream()
                .map(leaf -> sources.get(leaf.source()).origin(leaf.page()))
                .toList();
        String type = wanted.section().cover() == null
                ? null
                : wanted.section().cover().type();
        NewSection section = new NewSection(wanted.name(), put(piece.file()), PDF, type, pages);
        Selection selection = new Selection(sources, wanted);
        List<Rendition> renditions = new ArrayList<>(selection.pictures());
        piece.renditions()
                .forEach(each -> renditions.add(new Rendition(
                        StoreDerived.kind(each.kind()), each.page(), put(each.file()), each.mediaType())));
        renditions.add(text(selection, folder));
        return new Made(section, selection.result(renditions));
    }

    private Rendition text(Selection selection, Path folder) {
        try {
            Path file = Files.createTempFile(folder, "text", null);
            Files.writeString(file, selection.text());
            return new Rendition(RenditionKind.TEXT, 0, put(file), "text/plain;charset=UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredObject put(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return objects.put(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
