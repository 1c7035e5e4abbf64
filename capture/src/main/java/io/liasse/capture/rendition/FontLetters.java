package io.liasse.capture.rendition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** What letters a font has and how wide they are; breaks lines by that. */
final class FontLetters {
    private static final double MISSING = -1;

    private final PDType0Font font;
    private final Map<Integer, Double> widths = new HashMap<>();

    FontLetters(PDType0Font font) {
        this.font = font;
    }

    /** A piece of a line: as the font can show it, and as it was. */
    record Piece(String shown, String exact) {}

    PDType0Font font() {
        return font;
    }

    /** Breaks a line into pieces no wider than {@code width}, at spaces where there are any. Never empty. */
    List<Piece> wrap(String line, float size, float width) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        int space = -1;
        double used = 0;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            int letter = line.codePointAt(at);
            used += width(letter) * size / 1000;
            if (used > width && at > start) {
                int end = space > start ? space + 1 : at;
                pieces.add(piece(line.substring(start, end)));
                start = end;
                used = width(line.substring(start, at + Character.charCount(letter))) * size / 1000;
            }
            space = letter == ' ' ? at : space;
        }
        pieces.add(piece(line.substring(start)));
        return pieces;
    }

    private Piece piece(String exact) {
        StringBuilder shown = new StringBuilder();
        exact.codePoints().forEach(letter -> shown.appendCodePoint(known(letter) ? letter : '?'));
        return new Piece(shown.toString(), exact);
    }

    /** In thousandths of the size. */
    double width(String text) {
        return text.codePoints().mapToDouble(this::width).sum();
    }

    private double width(int letter) {
        return known(letter) ? measured(letter) : measured('?');
    }

    private boolean known(int letter) {
        return measured(letter) != MISSING;
    }

    private double measured(int letter) {
        return widths.computeIfAbsent(letter, this::measure);
    }

    private double measure(int letter) {
        if (Character.isISOControl(letter)) {
            return MISSING;
        }
        try {
            return font.getStringWidth(Character.toString(letter));
        } catch (IOException | IllegalArgumentException e) {
            return MISSING;
        }
    }
}
