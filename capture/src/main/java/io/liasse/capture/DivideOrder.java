package io.liasse.capture;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which documents to make out of the pages of documents that were read.
 *
 * @param folder an empty folder for what is made; the caller deletes it
 */
public record DivideOrder(List<From> from, List<Wanted> wanted, Path folder) {
    public DivideOrder {
        from = List.copyOf(from);
        wanted = List.copyOf(wanted);
    }

    /**
     * A document that was read; its files are read only.
     *
     * @param original null where it is no PDF file: then pages are taken from the searchable one
     * @param password of the original
     * @param searchable its PDF rendition; may be the same file as the original
     * @param alto its ALTO rendition
     */
    public record From(@Nullable Path original, @Nullable String password, Path searchable, Path alto) {}

    /**
     * A document to make.
     *
     * @param pages in their order, at least one
     * @param firstPicture the picture of its first page, for its thumbnail; null where there is none
     * @param pictures those of pages that are turned, to be turned too
     * @param bare whether what reading laid over its pages stays away, so that they can be read anew
     */
    public record Wanted(List<PageOf> pages, @Nullable Path firstPicture, List<PictureOf> pictures, boolean bare) {
        public Wanted {
            pages = List.copyOf(pages);
            pictures = List.copyOf(pictures);
            if (pages.isEmpty()) {
                throw new IllegalArgumentException("A document has a page");
            }
        }

        /** Of pages as they are. */
        public Wanted(List<PageOf> pages, @Nullable Path firstPicture) {
            this(pages, firstPicture, List.of(), false);
        }
    }

    /**
     * A page of one of the documents.
     *
     * @param from which, from 0
     * @param number of the page, from 1
     * @param turn clockwise from how it stands in the searchable file, in degrees: 0, 90, 180 or 270
     */
    public record PageOf(int from, int number, int turn) {
        /** As it stands. */
        public PageOf(int from, int number) {
            this(from, number, 0);
        }
    }

    /** The picture of a page of a document to make, from 1, as it was before the page is turned. */
    public record PictureOf(int page, Path file) {}
}
