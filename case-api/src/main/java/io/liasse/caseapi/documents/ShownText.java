package io.liasse.caseapi.documents;

import io.liasse.store.document.PageWording;
import java.util.List;

/**
 * The text of a page as it is shown.
 *
 * @param asRead whether what was read is shown though it was corrected
 * @param elsewhere whether the words looked for stand in the other of the two texts only
 */
record ShownText(PageWording wording, boolean asRead, List<MarkedText.Piece> pieces, boolean elsewhere) {
    ShownText {
        pieces = List.copyOf(pieces);
    }

    static ShownText of(PageWording wording, boolean wantsRead, List<String> words) {
        boolean asRead = wantsRead && wording.corrected() != null;
        List<MarkedText.Piece> pieces = MarkedText.in(asRead ? wording.read() : wording.text(), words);
        List<MarkedText.Piece> others = MarkedText.in(asRead ? wording.text() : wording.read(), words);
        return new ShownText(wording, asRead, pieces, !marked(pieces) && marked(others));
    }

    private static boolean marked(List<MarkedText.Piece> pieces) {
        return pieces.stream().anyMatch(MarkedText.Piece::marked);
    }
}
