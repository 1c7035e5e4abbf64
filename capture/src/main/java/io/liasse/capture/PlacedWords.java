package io.liasse.capture;

import io.liasse.capture.rendition.AltoPage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The words of one page of an ALTO rendition of ours. Unlike the files that people send, which only child processes open,
 * it may be read where the screens are made: it is XML that Liasse wrote, read in one pass without document types and
 * entities, with limits on every size.
 */
public final class PlacedWords {
    private PlacedWords() {}

    /** In the order read; none when the page has no words or the file is not one of ours. The caller closes the stream. */
    public static List<PlacedWord> of(InputStream alto, int page) throws IOException {
        return AltoPage.read(alto, page);
    }
}
