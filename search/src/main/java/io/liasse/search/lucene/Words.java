package io.liasse.search.lucene;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into words: runs of letters, digits and marks, folded by Unicode TR30 (case, accents, ligatures, ß). Every
 * other sign parts words, in texts and in questions alike; words parted at the end of a line are whole too. Thread-safe.
 */
final class Words {
    private static final int LONGEST = 255;

    /** Folded words. */
    private final Analyzer folded = analyzer(words -> words);

    /** Folded words with ae, oe, ue as a, o, u. */
    private final Analyzer german = analyzer(GermanNormalizationFilter::new);

    private final Map<String, Analyzer> byField = new HashMap<>();

    Words() {
        for (Language language : Language.values()) {
            byField.put(Fields.in(Fields.TEXT, language.key()), analyzer(language::stemsWithoutElisions));
            byField.put(Fields.in(Fields.PAGE_TEXT, language.key()), analyzer(words -> both(language, words)));
        }
    }

    /** The analyzer by field, for indexing and highlighting. */
    Analyzer analyzer() {
        return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return byField.getOrDefault(field, folded);
            }
        };
    }

    List<String> folded(String text) {
        return cut(folded, Fields.TEXT, text);
    }

    List<String> stems(Language language, String text) {
        String field = Fields.in(Fields.TEXT, language.key());
        Analyzer analyzer = byField.get(field);
        return analyzer == null ? List.of() : cut(analyzer, field, text);
    }

    /** The same word as others write it: Müller for Mueller and the other way round; null when there is no other way. */
    @Nullable
    String otherSpelling(String word) {
        String spelled = word.replaceAll("[äÄ]", "ae").replaceAll("[öÖ]", "oe").replaceAll("[üÜ]", "ue");
        List<String> plain = folded(word);
        List<String> other = spelled.equals(word) ? cut(german, Fields.TEXT, word) : folded(spelled);
        return other.size() == 1 && !other.equals(plain) ? other.getFirst() : null;
    }

    private static List<String> cut(Analyzer analyzer, String field, String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }

    private static TokenStream both(Language language, TokenStream words) {
        return new RemoveDuplicatesTokenFilter(language.stems(new KeywordRepeatFilter(words)));
    }

    private static Analyzer analyzer(Chain chain) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = CharTokenizer.fromTokenCharPredicate(Words::isPartOfWord);
                TokenStream whole = new LineBreaks(new ICUFoldingFilter(words));
                return new TokenStreamComponents(words, chain.after(new LengthFilter(whole, 1, LONGEST)));
            }

            @Override
            protected Reader initReader(String field, Reader text) {
                return LineBreaks.marked(text);
            }
        };
    }

    private static boolean isPartOfWord(int sign) {
        return Character.isLetterOrDigit(sign)
                || switch (Character.getType(sign)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> sign == 0xAD || sign == LineBreaks.MARK;
                };
    }

    /** What follows folding. */
    private interface Chain {
        TokenStream after(TokenStream words);
    }
}
