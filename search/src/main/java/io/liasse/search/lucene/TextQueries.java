package io.liasse.search.lucene;

import io.liasse.search.query.Clause;
import io.liasse.search.query.Wanted;
import io.liasse.store.casefile.CaseReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Makes Lucene queries of what is wanted. Prefixes score alike, so their number of words needs no limit. */
final class TextQueries {
    private static final float TITLE = 3;
    private static final float STEM = 0.8f;
    private static final float OTHER_SPELLING = 0.7f;
    private static final float REFERENCE = 5;

    /** How much of the lesser matches of one word counts beside the best. */
    private static final float LESSER = 0.1f;

    private final Words words;

    TextQueries(Words words) {
        this.words = words;
    }

    /** Matches heads. */
    Query heads(Wanted wanted) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Clause clause : wanted.all()) {
            query.add(inHead(clause), Occur.MUST);
        }
        for (Clause clause : wanted.none()) {
            query.add(inHead(clause), Occur.MUST_NOT);
        }
        return wanted.namesNothing()
                ? query.add(MatchAllDocsQuery.INSTANCE, Occur.MUST).build()
                : query.build();
    }

    /** Scores the pages of an entry against each other. */
    Query pages(Wanted wanted) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(page(wanted, null), Occur.SHOULD);
        for (Language language : Language.values()) {
            query.add(page(wanted, language), Occur.SHOULD);
        }
        return query.build();
    }

    /** Matches what is to be marked in a page of the language; all in the field {@link #pageField}. */
    Query page(Wanted wanted, @Nullable Language language) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Clause clause : wanted.all()) {
            inPage(clause, language).forEach(each -> query.add(each, Occur.SHOULD));
        }
        return query.build();
    }

    static String pageField(@Nullable Language language) {
        return language == null ? Fields.PAGE_TEXT : Fields.in(Fields.PAGE_TEXT, language.key());
    }

    /** Matches heads whose title holds the words, or whose reference begins so; the last word may be unfinished. */
    Query beginning(String typed) {
        List<String> tokens = words.folded(typed);
        if (tokens.isEmpty()) {
            return MatchNoDocsQuery.INSTANCE;
        }
        BooleanQuery.Builder title = new BooleanQuery.Builder();
        for (String token : tokens.subList(0, tokens.size() - 1)) {
            title.add(term(Fields.TITLE, token), Occur.MUST);
        }
        title.add(prefix(Fields.TITLE, tokens.getLast()), Occur.MUST);
        Query caseWithReference = new BooleanQuery.Builder()
                .add(term(Fields.KIND, Kind.CASE.name()), Occur.FILTER)
                .add(prefix(Fields.REFERENCE, typed.strip()), Occur.MUST)
                .build();
        return new DisjunctionMaxQuery(List.of(title.build(), new BoostQuery(caseWithReference, REFERENCE)), 0);
    }

    private Query inHead(Clause clause) {
        List<Query> ways = new ArrayList<>();
        ways.addAll(plain(clause, Fields.TEXT));
        plain(clause, Fields.TITLE).forEach(way -> ways.add(new BoostQuery(way, TITLE)));
        if (clause instanceof Clause.Word word) {
            for (Language language : Language.values()) {
                stem(word, language, Fields.in(Fields.TEXT, language.key())).ifPresent(ways::add);
            }
            CaseReference.parse(word.text()).ifPresent(reference -> ways.add(reference(reference)));
        }
        return new DisjunctionMaxQuery(ways, LESSER);
    }

    private List<Query> inPage(Clause clause, @Nullable Language language) {
        String field = pageField(language);
        List<Query> ways = new ArrayList<>(plain(clause, field));
        if (language != null && clause instanceof Clause.Word word) {
            stem(word, language, field).ifPresent(ways::add);
        }
        return ways;
    }

    /** The ways without knowledge of a language. */
    private List<Query> plain(Clause clause, String field) {
        List<String> tokens = words.folded(clause.text());
        return switch (clause) {
            case Clause.Phrase phrase -> together(field, tokens);
            case Clause.Word word -> spelled(word.text(), together(field, tokens), other -> term(field, other));
            case Clause.Prefix prefix ->
                tokens.size() == 1
                        ? spelled(
                                prefix.text(), List.of(prefix(field, tokens.getFirst())), other -> prefix(field, other))
                        : together(field, tokens);
        };
    }

    private List<Query> spelled(String word, List<Query> plain, Function<String, Query> query) {
        String other = words.otherSpelling(word);
        if (other == null) {
            return plain;
        }
        List<Query> both = new ArrayList<>(plain);
        both.add(new BoostQuery(query.apply(other), OTHER_SPELLING));
        return both;
    }

    private Optional<Query> stem(Clause.Word word, Language language, String field) {
        List<String> stems = words.stems(language, word.text());
        return stems.size() == 1 ? Optional.of(new BoostQuery(term(field, stems.getFirst()), STEM)) : Optional.empty();
    }

    private static List<Query> together(String field, List<String> tokens) {
        return switch (tokens.size()) {
            case 0 -> List.of();
            case 1 -> List.of(term(field, tokens.getFirst()));
            default -> List.of(new PhraseQuery(field, tokens.toArray(String[]::new)));
        };
    }

    private static Query reference(CaseReference reference) {
        return new BoostQuery(term(Fields.REFERENCE, reference.toString()), REFERENCE);
    }

    private static Query term(String field, String token) {
        return new TermQuery(new Term(field, token));
    }

    private static Query prefix(String field, String begin) {
        return new PrefixQuery(new Term(field, begin), MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE);
    }
}
