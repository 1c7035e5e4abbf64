package io.liasse.search;

import io.liasse.search.lucene.Found.Match;
import io.liasse.search.lucene.IndexDamaged;
import io.liasse.search.lucene.Key;
import io.liasse.search.lucene.Kind;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds documents by the words they share with another, by the index. Thread-safe. */
@Component
public class Similar {
    private static final Logger LOG = LoggerFactory.getLogger(Similar.class);
    private static final int MOST = 50;
    private static final int OF_A_CASE = 4;
    private static final int LETTERS = 80_000;

    private final Search search;
    private final AccessPolicy policy;
    private final Documents documents;
    private final Truth truth;
    private final Presentation presentation;

    Similar(Search search, AccessPolicy policy, Documents documents, Truth truth, Presentation presentation) {
        this.search = search;
        this.policy = policy;
        this.documents = documents;
        this.truth = truth;
        this.presentation = presentation;
    }

    /**
     * A case and the document in it that is most like a text.
     *
     * @param score 0 to 1; about how much of what tells the text from others the document has too
     */
    public record InCase(CaseId caseId, DocumentId document, double score) {}

    /**
     * The documents most like this one that the viewer may see; the likest first, without snippets. None while it has no text.
     *
     * @throws NotFound when the viewer may not see the document itself
     * @throws InvalidInput when the limit is not from 1 to 50
     */
    public List<Hit> to(DocumentId id, Viewer viewer, int limit) {
        Document document = documents.get(id, viewer);
        int most = checked(limit);
        String text = truth.beginning(document.id().value());
        Set<Key> itself = Set.of(new Key(Kind.DOCUMENT, id.value()));
        List<Match> matches = search.in(index -> index.alike(text, policy.visibilityOf(viewer), itself, most));
        return presentation.hits(matches, match -> "", viewer);
    }

    /**
     * The cases with the documents most like the text, whoever may see them; for the program's own work, which must go on while
     * there is no index: none then.
     */
    public List<InCase> cases(String text, int limit) {
        int most = checked(limit);
        String beginning = text.substring(0, Math.min(LETTERS, text.length()));
        List<Match> matches = alikeInCases(beginning, most * OF_A_CASE);
        Map<DocumentId, Document> now = documents.findAll(
                matches.stream().map(match -> new DocumentId(match.key().id())).collect(Collectors.toSet()));
        Map<CaseId, InCase> best = new LinkedHashMap<>();
        for (Match match : matches) {
            Document document = now.get(new DocumentId(match.key().id()));
            CaseId caseId = document == null ? null : document.caseId();
            if (document != null && caseId != null) {
                best.putIfAbsent(caseId, new InCase(caseId, document.id(), match.score()));
            }
        }
        return best.values().stream().limit(most).toList();
    }

    private List<Match> alikeInCases(String text, int limit) {
        try {
            return search.in(index -> index.alikeInCases(text, limit));
        } catch (IndexDamaged damage) {
            LOG.warn("no similar documents are looked for: {}", damage.getMessage());
            return List.of();
        }
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidInput("limit", "must be from 1 to " + MOST);
        }
        return limit;
    }
}
