package io.liasse.capture;

import java.nio.file.Path;
import java.util.List;

/** What came of an order to make documents out of pages. */
public sealed interface Dividing {
    /** The documents, as ordered. */
    record Divided(List<Piece> pieces) implements Dividing {
        public Divided {
            pieces = List.copyOf(pieces);
        }
    }

    /** The pages could not be taken apart. */
    record Impossible(Reading.Cause cause, String detail) implements Dividing {}

    /**
     * A document made of pages.
     *
     * @param file a PDF file of the pages as the originals have them
     * @param renditions searchable PDF, ALTO, thumbnail, pictures of pages that were turned
     */
    record Piece(Path file, List<Reading.Derived> renditions) {
        public Piece {
            renditions = List.copyOf(renditions);
        }
    }
}
