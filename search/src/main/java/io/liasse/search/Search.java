package io.liasse.search;

import io.liasse.search.Exact.Named;
import io.liasse.search.lucene.Ask;
import io.liasse.search.lucene.Ask.Narrowing;
import io.liasse.search.lucene.Found;
import io.liasse.search.lucene.Found.Match;
import io.liasse.search.lucene.IndexDamaged;
import io.liasse.search.lucene.Key;
import io.liasse.search.lucene.Kind;
import io.liasse.search.lucene.LuceneIndex;
import io.liasse.search.query.Wanted;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.access.Visibility;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.tag.TagId;
import io.liasse.store.tag.Tags;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers questions under the rights of the viewer, which are part of the query itself. Thread-safe. */
@Component
public class Search {
    private static final int MOST_HITS = 100;
    private static final int MOST_TYPED = 200;

    /** Matches nothing, where the case or tag asked for is not there. */
    private static final UUID NOTHING = new UUID(0, 0);

    private final Shelf shelf;
    private final Indexer indexer;
    private final AccessPolicy policy;
    private final CaseFiles caseFiles;
    private final Exact exact;
    private final Tags tags;
    private final Presentation presentation;

    Search(
            Shelf shelf,
            Indexer indexer,
            AccessPolicy policy,
            CaseFiles caseFiles,
            Exact exact,
            Tags tags,
            Presentation presentation) {
        this.shelf = shelf;
        this.indexer = indexer;
        this.policy = policy;
        this.caseFiles = caseFiles;
        this.exact = exact;
        this.tags = tags;
        this.presentation = presentation;
    }

    /**
     * What matches and the viewer may see. Never throws for the text, whatever it is.
     *
     * @throws InvalidInput when the limit is not from 1 to 100 or the cursor is of another question
     */
    public Results find(Question question, Viewer viewer) {
        long begin = System.nanoTime();
        int limit = checked(question.limit());
        Wanted wanted = Wanted.read(question.text());
        Visibility visibility = policy.visibilityOf(viewer);
        Narrowing narrowing = narrowing(question);
        List<Named> named = exact.find(question.text(), visibility, narrowing);
        Ask ask = new Ask(
                wanted,
                visibility,
                narrowing,
                keys(named),
                Ask.Order.valueOf(question.sort().name()),
                question.cursor() == null ? Math.max(1, limit - named.size()) : limit,
                question.cursor());
        return in(index -> {
            Found found = index.find(ask);
            List<Match> matches = question.cursor() == null ? before(named, found.matches()) : found.matches();
            List<Hit> hits = presentation.hits(matches, match -> index.snippet(wanted, match), viewer);
            return new Results(
                    found.total() + named.size(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin),
                    hits,
                    Facets.of(found.facets(), named, tags::findAll),
                    null,
                    found.next(),
                    wanted.problem());
        });
    }

    /** Completion over references, titles and names the viewer may see; exact identifiers come from the database. */
    public List<Hit> suggest(String text, Viewer viewer, int limit) {
        String typed = text.substring(0, Math.min(text.length(), MOST_TYPED)).strip();
        Visibility visibility = policy.visibilityOf(viewer);
        List<Named> named = exact.find(typed, visibility, Narrowing.NONE);
        Ask ask = new Ask(
                Wanted.read(typed), visibility, Narrowing.NONE, keys(named), Ask.Order.RELEVANCE, checked(limit), null);
        return in(index -> {
            List<Match> matches = before(named, index.complete(typed, ask));
            List<Match> first = matches.subList(0, Math.min(limit, matches.size()));
            return presentation.hits(first, match -> "", viewer);
        });
    }

    /** The index may be replaced by a new one in the very moment it is taken; then the new one is there. */
    <T> T in(Function<LuceneIndex, T> work) {
        try {
            return work.apply(shelf.serving());
        } catch (AlreadyClosedException replaced) {
            return work.apply(shelf.serving());
        } catch (IndexDamaged damage) {
            indexer.doubt();
            throw damage;
        }
    }

    private Narrowing narrowing(Question question) {
        Set<Kind> kinds =
                question.kinds().stream().map(each -> Kind.valueOf(each.name())).collect(Collectors.toSet());
        return new Narrowing(
                kinds,
                caseId(question),
                question.type(),
                question.from(),
                question.to(),
                question.phase(),
                question.language(),
                tag(question.tag()));
    }

    private @Nullable UUID caseId(Question question) {
        if (question.caseReference() == null) {
            return null;
        }
        Optional<CaseFile> found = caseFiles.find(question.caseReference());
        return found.map(each -> each.id().value()).orElse(NOTHING);
    }

    private @Nullable UUID tag(@Nullable TagId asked) {
        if (asked == null) {
            return null;
        }
        return tags.find(asked).map(each -> each.id().value()).orElse(NOTHING);
    }

    private static List<Match> before(List<Named> named, List<Match> matches) {
        return Stream.concat(named.stream().map(Named::match), matches.stream()).toList();
    }

    private static Set<Key> keys(List<Named> named) {
        return named.stream().map(Named::key).collect(Collectors.toSet());
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > MOST_HITS) {
            throw new InvalidInput("limit", "must be from 1 to " + MOST_HITS);
        }
        return limit;
    }
}
