package io.liasse.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.search.query.Wanted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real texts in four languages. The known answers count words as they are written; folding and word forms may only find
 * more.
 */
@Tag("samples")
class CorpusTest {
    @TempDir
    static Path folder;

    private static LuceneIndex index;

    @BeforeAll
    static void fill() throws IOException {
        index = LuceneIndex.create(folder, 64);
        Corpus corpus = new Corpus();
        for (String language : Corpus.LANGUAGES) {
            try (Stream<Corpus.Text> texts = corpus.texts(language)) {
                texts.forEach(text -> index.put(Texts.titled(text.title(), language, text.text())));
            }
        }
        index.reached(Reach.NOTHING);
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "it", "en"})
    void findsAtLeastTheTextsThatHoldTheWords(String language) throws IOException {
        for (Corpus.Known known : new Corpus().questions(language)) {
            assertThat(total(known)).as(known.toString()).isGreaterThanOrEqualTo(known.documents());
        }
    }

    /** Titles are searched too, accents and underscores do not matter: that is why not all are equal. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "fr"})
    void findsNoMoreWhereTheLanguageIsNotKnown(String language, @TempDir Path other) throws IOException {
        List<Corpus.Known> questions = new Corpus().questions(language);
        try (LuceneIndex neutral = LuceneIndex.create(other, 64);
                Stream<Corpus.Text> texts = new Corpus().texts(language)) {
            texts.forEach(text -> neutral.put(Texts.titled("", null, text.text())));
            neutral.reached(Reach.NOTHING);
            List<Corpus.Known> different = questions.stream()
                    .filter(known -> neutral.find(Texts.ask(known.typed())).total() != known.documents())
                    .toList();
            assertThat(different).hasSizeLessThan(questions.size() / 8);
        }
    }

    private static long total(Corpus.Known known) {
        Ask.Narrowing narrowing = new Ask.Narrowing(Set.of(), null, null, null, null, null, known.language(), null);
        return index.find(new Ask(
                        Wanted.read(known.typed()), Texts.ALL, narrowing, Set.of(), Ask.Order.RELEVANCE, 1, null))
                .total();
    }
}
