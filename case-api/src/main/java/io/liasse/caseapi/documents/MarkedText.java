package io.liasse.caseapi.documents;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plain text cut into pieces, some of them marked, so that a page can show marks without ever writing unescaped HTML. */
public final class MarkedText {
    private static final Pattern MARK = Pattern.compile("<mark>(.*?)</mark>", Pattern.DOTALL);

    private MarkedText() {}

    /** A run of text. */
    public record Piece(String text, boolean marked) {}

    /** Marks words wherever they begin a word of the text, whatever their case and accents. */
    public static List<Piece> in(String text, List<String> words) {
        String folded = folded(text);
        if (words.isEmpty() || folded.length() != text.length()) {
            return List.of(new Piece(text, false));
        }
        String any = words.stream().map(MarkedText::folded).map(Pattern::quote).collect(Collectors.joining("|"));
        return cut(text, Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")").matcher(folded));
    }

    private static List<Piece> cut(String text, Matcher found) {
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        while (found.find()) {
            add(pieces, text.substring(done, found.start()), false);
            add(pieces, text.substring(found.start(), found.end()), true);
            done = found.end();
        }
        add(pieces, text.substring(done), false);
        return List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }

    /** Lower case without accents, of the same length, since each character is folded alone. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.chars().forEach(each -> folded.append(withoutAccent((char) each)));
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    private static char withoutAccent(char letter) {
        return Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0);
    }

    /**
     * Takes a snippet of the search apart: {@code <mark>} and the five escapes of HTML mean what they say, every other
     * sign is text, whatever it looks like.
     */
    public static List<Piece> ofSnippet(String snippet) {
        List<Piece> pieces = new ArrayList<>();
        Matcher mark = MARK.matcher(snippet);
        int done = 0;
        while (mark.find()) {
            add(pieces, plain(snippet.substring(done, mark.start())), false);
            add(pieces, plain(mark.group(1)), true);
            done = mark.end();
        }
        add(pieces, plain(snippet.substring(done)), false);
        return List.copyOf(pieces);
    }

    private static String plain(String escaped) {
        return escaped.replace("<mark>", "")
                .replace("</mark>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x27;", "'")
                .replace("&#x2F;", "/")
                .replace("&amp;", "&");
    }
}
