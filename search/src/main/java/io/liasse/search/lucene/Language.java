package io.liasse.search.lucene;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.jspecify.annotations.Nullable;

/** The languages whose word forms are known. */
enum Language {
    FR {
        @Override
        TokenStream stems(TokenStream words) {
            return new FrenchLightStemFilter(words);
        }

        @Override
        CharArraySet elisions() {
            return FRENCH_ELISIONS;
        }
    },
    DE {
        @Override
        TokenStream stems(TokenStream words) {
            return new GermanLightStemFilter(new GermanNormalizationFilter(words));
        }
    },
    IT {
        @Override
        TokenStream stems(TokenStream words) {
            return new ItalianLightStemFilter(words);
        }

        @Override
        CharArraySet elisions() {
            return ITALIAN_ELISIONS;
        }
    },
    EN {
        @Override
        TokenStream stems(TokenStream words) {
            return new KStemFilter(words);
        }

        @Override
        CharArraySet elisions() {
            return ENGLISH_ELISIONS;
        }
    };

    private static final CharArraySet FRENCH_ELISIONS =
            set("l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu");
    private static final CharArraySet ITALIAN_ELISIONS = set(
            "l", "d", "c", "m", "t", "s", "v", "un", "gl", "all", "dall", "dell", "nell", "sull", "coll", "pell", "agl",
            "dagl", "degl", "negl", "sugl", "quest", "quell");
    private static final CharArraySet ENGLISH_ELISIONS = set("s", "t");

    /** Reduces folded words to their stems. */
    abstract TokenStream stems(TokenStream words);

    /** What an apostrophe cuts off. */
    CharArraySet elisions() {
        return CharArraySet.EMPTY_SET;
    }

    TokenStream stemsWithoutElisions(TokenStream words) {
        return stems(new StopFilter(words, elisions()));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Language> of(@Nullable String key) {
        for (Language each : values()) {
            if (each.key().equals(key)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static CharArraySet set(String... words) {
        return CharArraySet.unmodifiableSet(new CharArraySet(Set.of(words), false));
    }
}
