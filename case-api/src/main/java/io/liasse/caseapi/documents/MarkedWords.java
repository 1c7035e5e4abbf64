package io.liasse.caseapi.documents;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a search that a reader wants to see marked: no operators, no excluded words, no field names. */
public final class MarkedWords {
    private static final int MOST = 20;
    private static final Pattern PIECE =
            Pattern.compile("(?<not>-)?(?:\\p{L}+:)?(?:\"(?<phrase>[^\"]*)\"?|(?<word>[^\\s\"]+))");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’._/-]*");

    private MarkedWords() {}

    /** The words of the query and those a snippet showed as found, each once, at most twenty. */
    public static List<String> of(@Nullable String query, @Nullable String alsoFound) {
        Set<String> words = new LinkedHashSet<>();
        if (alsoFound != null) {
            addWords(words, alsoFound);
        }
        if (query != null) {
            addQuery(words, query);
        }
        return words.stream().limit(MOST).toList();
    }

    private static void addQuery(Set<String> words, String query) {
        Matcher piece = PIECE.matcher(query);
        while (piece.find()) {
            if (piece.group("not") != null) {
                continue;
            }
            String phrase = piece.group("phrase");
            addWords(words, phrase == null ? piece.group("word") : phrase);
        }
    }

    private static void addWords(Set<String> words, String text) {
        if (text.equals("AND") || text.equals("OR") || text.equals("NOT")) {
            return;
        }
        for (String each : wordsOf(text)) {
            words.add(each);
        }
    }

    private static List<String> wordsOf(String text) {
        List<String> found = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            found.add(word.group().replaceFirst("[.'’_/-]+$", ""));
        }
        return found;
    }
}
