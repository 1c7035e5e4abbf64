package io.liasse.capture.ocr;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads Tesseract's table of words (TSV): level, page, block, paragraph, line, word, left, top, width, height,
 * confidence, text. Words are level 5. Block, paragraph and line are counted anew inside each other; here they are
 * counted through.
 */
final class WordTable {
    private static final String WORD = "5";

    private final List<Word> words = new ArrayList<>();
    private String place = "";
    private int block;
    private int line;

    private WordTable() {}

    static Recognition parse(String table) {
        WordTable parsed = new WordTable();
        table.lines().map(row -> row.split("\t", 12)).filter(WordTable::isWord).forEach(parsed::add);
        return new Recognition(parsed.words);
    }

    private static boolean isWord(String[] cells) {
        return cells.length == 12 && cells[0].equals(WORD) && !cells[11].isBlank();
    }

    private void add(String[] cells) {
        String paragraphHere = cells[2] + "." + cells[3];
        String here = paragraphHere + "." + cells[4];
        if (!here.equals(place)) {
            line++;
            block += place.startsWith(paragraphHere + ".") ? 0 : 1;
            place = here;
        }
        words.add(new Word(
                cells[11].strip(),
                Double.parseDouble(cells[10]) / 100,
                block,
                line,
                Integer.parseInt(cells[6]),
                Integer.parseInt(cells[7]),
                Integer.parseInt(cells[8]),
                Integer.parseInt(cells[9])));
    }
}
