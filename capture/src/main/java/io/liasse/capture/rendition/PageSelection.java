package io.liasse.capture.rendition;

import io.liasse.capture.DivideOrder;
import io.liasse.capture.Dividing;
import io.liasse.capture.Reading.Derived;
import io.liasse.capture.Reading.Derived.Kind;
import io.liasse.capture.ocr.Picture;
import io.liasse.capture.page.Pictures;
import io.liasse.capture.worker.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * Makes documents out of pages of documents that were read: pages as the original has them, the same pages searchable,
 * their ALTO and a thumbnail; turned where that is wanted. Where the original is no PDF file, or cannot be opened or has other pages, the pages are
 * those of the searchable file.
 */
public final class PageSelection implements AutoCloseable {
    private final DivideOrder order;
    private final AltoSelection alto;
    private final List<Opened> opened = new ArrayList<>();

    /** A document open for taking pages; {@code original} null: the same as the searchable one. */
    private record Opened(@Nullable PDDocument original, PDDocument searchable) {
        PDDocument best() {
            return original == null ? searchable : original;
        }

        /** Both stand as the searchable one stood, turned. */
        int rotation(DivideOrder.PageOf page) {
            int before = searchable.getPage(page.number() - 1).getRotation();
            return Math.floorMod(before + page.turn(), 360);
        }
    }

    private PageSelection(DivideOrder order) throws IOException {
        this.order = order;
        this.alto = AltoSelection.of(order);
    }

    /** Makes all that is ordered. */
    public static Answer.Divided divide(DivideOrder order) throws IOException {
        try (PageSelection selection = new PageSelection(order)) {
            for (DivideOrder.From from : order.from()) {
                selection.opened.add(open(from));
            }
            List<Dividing.Piece> pieces = new ArrayList<>();
            for (DivideOrder.Wanted wanted : order.wanted()) {
                pieces.add(selection.piece(wanted, pieces.size() + 1));
            }
            return new Answer.Divided(pieces);
        }
    }

    private static Opened open(DivideOrder.From from) throws IOException {
        PDDocument searchable = load(from.searchable(), "");
        Path original = from.original();
        if (original == null || Files.isSameFile(original, from.searchable())) {
            return new Opened(null, searchable);
        }
        return new Opened(opened(original, from.password(), searchable.getNumberOfPages()), searchable);
    }

    private static @Nullable PDDocument opened(Path original, @Nullable String password, int pages) throws IOException {
        try {
            PDDocument document = load(original, password == null ? "" : password);
            if (document.getNumberOfPages() == pages) {
                return document;
            }
            document.close();
            return null;
        } catch (InvalidPasswordException e) {
            // The password was kept no longer than the reading; the searchable file has the same pages.
            return null;
        }
    }

    private static PDDocument load(Path file, String password) throws IOException {
        return Loader.loadPDF(file.toFile(), password, IOUtils.createTempFileOnlyStreamCache());
    }

    private Dividing.Piece piece(DivideOrder.Wanted wanted, int number) throws IOException {
        Path folder = Files.createDirectories(order.folder().resolve("%05d".formatted(number)));
        Path searchable = folder.resolve("document.pdf");
        Path file = folder.resolve("original.pdf");
        if (onlyMoved(wanted)) {
            PageMoves.write(opened.getFirst().searchable(), wanted.pages(), searchable);
        } else {
            write(wanted, searchable, false);
        }
        boolean same = opened.stream().allMatch(each -> each.original() == null);
        if (!same) {
            write(wanted, file, true);
        }
        List<Derived> renditions = new ArrayList<>();
        renditions.add(new Derived(Kind.PDF, 0, searchable, "application/pdf"));
        renditions.add(alto.write(wanted.pages(), folder.resolve("document.alto.xml")));
        thumbnail(wanted, folder).ifPresent(renditions::add);
        renditions.addAll(pictures(wanted, folder));
        return new Dividing.Piece(same ? searchable : file, renditions);
    }

    /** Where all pages of one file stay, so does what lies between them: its links, bookmarks, form. */
    private boolean onlyMoved(DivideOrder.Wanted wanted) throws IOException {
        return order.from().size() == 1
                && order.wanted().size() == 1
                && !wanted.bare()
                && opened.getFirst().original() == null
                && PageMoves.possible(opened.getFirst().searchable(), wanted.pages());
    }

    private void write(DivideOrder.Wanted wanted, Path file, boolean original) throws IOException {
        try (PDDocument target = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            for (DivideOrder.PageOf page : wanted.pages()) {
                Opened source = opened.get(page.from());
                PDDocument document = original ? source.best() : source.searchable();
                PDPage copy = PageCopy.add(document.getPage(page.number() - 1), target);
                if (page.turn() != 0) {
                    copy.setRotation(source.rotation(page));
                }
                if (wanted.bare()) {
                    InvisibleText.lift(copy);
                }
            }
            target.save(file.toFile());
        }
    }

    private static Optional<Derived> thumbnail(DivideOrder.Wanted wanted, Path folder) throws IOException {
        Path picture = wanted.firstPicture();
        Picture first = picture == null ? null : Picture.read(picture).orElse(null);
        if (first == null) {
            return Optional.empty();
        }
        try (first;
                Picture turned = first.turned(wanted.pages().getFirst().turn())) {
            return Optional.of(Pictures.small(turned, folder));
        }
    }

    private static List<Derived> pictures(DivideOrder.Wanted wanted, Path folder) throws IOException {
        List<Derived> turned = new ArrayList<>();
        for (DivideOrder.PictureOf each : wanted.pictures()) {
            Picture before = Picture.read(each.file()).orElse(null);
            if (before != null) {
                try (before) {
                    int degrees = wanted.pages().get(each.page() - 1).turn();
                    turned.add(Pictures.turned(before, each.file(), degrees, folder, each.page()));
                }
            }
        }
        return turned;
    }

    @Override
    public void close() throws IOException {
        for (Opened each : opened) {
            each.searchable().close();
            if (each.original() != null) {
                each.original().close();
            }
        }
    }
}
