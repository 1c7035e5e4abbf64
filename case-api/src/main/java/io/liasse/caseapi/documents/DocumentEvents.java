package io.liasse.caseapi.documents;

import io.liasse.store.NotFound;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.JournalEntry;
import io.liasse.store.journal.JournalFollower;
import io.liasse.store.journal.JournalPosition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells everyone who watches a document of each change of its state. One reader of the journal serves all watchers of
 * this node; nobody polls. Thread-safe.
 */
@Component
class DocumentEvents implements JournalFollower {
    private static final long LONGEST_MILLIS = 30 * 60 * 1000L;
    private static final long SIGN_OF_LIFE_MILLIS = 15_000;

    private final Map<DocumentId, Set<Watcher>> watchers = new ConcurrentHashMap<>();
    private final Documents documents;
    private final Journal journal;
    private volatile @Nullable JournalPosition position;

    DocumentEvents(Documents documents, Journal journal) {
        this.documents = documents;
        this.journal = journal;
    }

    /** A stream that begins with the present state and ends with a final one. */
    SseEmitter watch(DocumentId id, Viewer viewer) {
        return watch(List.of(id), viewer);
    }

    /** One stream for several documents: it begins with the present state of each and ends when all are final. */
    SseEmitter watch(Collection<DocumentId> ids, Viewer viewer) {
        ids.forEach(id -> Objects.requireNonNull(documents.standing(id, viewer)));
        SseEmitter emitter = new SseEmitter(LONGEST_MILLIS);
        AtomicInteger open = new AtomicInteger(ids.size());
        Map<DocumentId, Watcher> all = new LinkedHashMap<>();
        for (DocumentId id : ids) {
            all.put(id, new Watcher(emitter, viewer, () -> end(emitter, open)));
        }
        Watcher.onEnd(emitter, () -> all.forEach(this::forget));
        all.forEach((id, watcher) -> watchers.computeIfAbsent(id, absent -> ConcurrentHashMap.newKeySet())
                .add(watcher));
        all.forEach(this::tell);
        return emitter;
    }

    private static void end(SseEmitter emitter, AtomicInteger open) {
        if (open.decrementAndGet() == 0) {
            emitter.complete();
        }
    }

    @Override
    public String name() {
        return "document-events";
    }

    /** Only what comes from now on; a watcher is told the state before when it begins. */
    @Override
    public JournalPosition position() {
        JournalPosition known = position;
        if (known == null) {
            known = journal.now();
            position = known;
        }
        return known;
    }

    @Override
    public void accept(List<JournalEntry> entries) {
        Set<DocumentId> changed = entries.stream()
                .map(JournalEntry::document)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        changed.forEach(this::tellAll);
        position = entries.getLast().position();
    }

    private void tellAll(DocumentId id) {
        for (Watcher watcher : watchers.getOrDefault(id, Set.of())) {
            Thread.startVirtualThread(() -> tell(id, watcher));
        }
    }

    private void tell(DocumentId id, Watcher watcher) {
        try {
            watcher.tell(() -> StandingJson.of(documents.standing(id, watcher.viewer()), documents.hints(id)));
        } catch (NotFound noLongerVisible) {
            watcher.end();
        }
    }

    private void forget(DocumentId id, Watcher watcher) {
        watchers.computeIfPresent(id, (same, all) -> {
            all.remove(watcher);
            return all.isEmpty() ? null : all;
        });
    }

    /** Keeps proxies from closing quiet streams, and finds clients that went away. */
    @Scheduled(fixedDelay = SIGN_OF_LIFE_MILLIS)
    void signOfLife() {
        watchers.values().forEach(all -> all.forEach(Watcher::signOfLife));
    }

    /** Open streams would hold up the end of the program. */
    @EventListener
    void closing(ContextClosedEvent event) {
        watchers.values().forEach(all -> all.forEach(Watcher::end));
    }
}
