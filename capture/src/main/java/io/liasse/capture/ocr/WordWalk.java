package io.liasse.capture.ocr;

import com.sun.jna.Pointer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessPageIterator;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;
import net.sourceforge.tess4j.TessAPI1;

/**
 * Walks over the words that Tesseract recognised. Its own tables hold the same, but are made letter by letter, at a
 * fiftieth of the cost of recognising the page.
 */
final class WordWalk {
    private final TessResultIterator results;
    private final TessPageIterator places;
    private final IntBuffer left = IntBuffer.allocate(1);
    private final IntBuffer top = IntBuffer.allocate(1);
    private final IntBuffer right = IntBuffer.allocate(1);
    private final IntBuffer bottom = IntBuffer.allocate(1);
    private final List<Word> words = new ArrayList<>();
    private Box lineAt = new Box(-1, -1, -1, -1);
    private int block;
    private int line;

    private record Box(int left, int top, int right, int bottom) {}

    private WordWalk(TessResultIterator results) {
        this.results = results;
        this.places = TessAPI1.TessResultIteratorGetPageIterator(results);
    }

    static Recognition words(TessBaseAPI recognised) {
        TessResultIterator results = TessAPI1.TessBaseAPIGetIterator(recognised);
        if (results == null) {
            return new Recognition(List.of());
        }
        try {
            WordWalk walk = new WordWalk(results);
            do {
                walk.addWord();
            } while (TessAPI1.TessResultIteratorNext(results, TessPageIteratorLevel.RIL_WORD) != 0);
            return new Recognition(walk.words);
        } finally {
            TessAPI1.TessResultIteratorDelete(results);
        }
    }

    private void addWord() {
        String text = text();
        if (text.isBlank()) {
            return;
        }
        Box here = box(TessPageIteratorLevel.RIL_TEXTLINE);
        if (!here.equals(lineAt)) {
            lineAt = here;
            line++;
            boolean paragraph = TessAPI1.TessPageIteratorIsAtBeginningOf(places, TessPageIteratorLevel.RIL_PARA) != 0;
            block += paragraph || block == 0 ? 1 : 0;
        }
        Box word = box(TessPageIteratorLevel.RIL_WORD);
        words.add(new Word(
                text.strip(),
                TessAPI1.TessResultIteratorConfidence(results, TessPageIteratorLevel.RIL_WORD) / 100,
                block,
                line,
                word.left,
                word.top,
                word.right - word.left,
                word.bottom - word.top));
    }

    private String text() {
        Pointer text = TessAPI1.TessResultIteratorGetUTF8Text(results, TessPageIteratorLevel.RIL_WORD);
        if (text == null) {
            return "";
        }
        try {
            return text.getString(0, "UTF-8");
        } finally {
            TessAPI1.TessDeleteText(text);
        }
    }

    private Box box(int level) {
        return TessAPI1.TessPageIteratorBoundingBox(places, level, left, top, right, bottom) == 0
                ? new Box(0, 0, 0, 0)
                : new Box(left.get(0), top.get(0), right.get(0), bottom.get(0));
    }
}
