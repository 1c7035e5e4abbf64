package io.liasse.caseapi.cases;

import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the journal of a case for people. A document is named only while it belongs to this case: where it went may not
 * be for the same eyes. Thread-safe.
 */
@Component
final class Timelines {
    private final Journal journal;
    private final Documents documents;
    private final TimelineFacts facts;

    Timelines(Journal journal, Documents documents, TimelineFacts facts) {
        this.journal = journal;
        this.documents = documents;
        this.facts = facts;
    }

    /** For a viewer who may see the case. */
    Page<TimelineEntry> of(CaseId caseId, TimelineKind kind, PageRequest request) {
        Page<JournalEntry> page = journal.ofCase(caseId, kind.actions(), request);
        Map<DocumentId, Document> mentioned = mentioned(page.items());
        return page.map(entry -> entry(entry, own(caseId, mentioned, entry.document())));
    }

    private Map<DocumentId, Document> mentioned(List<JournalEntry> entries) {
        return documents.findAll(entries.stream()
                .map(JournalEntry::document)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private static @Nullable Document own(CaseId caseId, Map<DocumentId, Document> mentioned, @Nullable DocumentId id) {
        Document document = id == null ? null : mentioned.get(id);
        return document != null && caseId.equals(document.caseId()) ? document : null;
    }

    private TimelineEntry entry(JournalEntry entry, @Nullable Document document) {
        return new TimelineEntry(
                entry.at(),
                entry.action(),
                entry.actor().name(),
                entry.actor().user() == null,
                document,
                entry.details().get("text"),
                facts.of(entry));
    }
}
