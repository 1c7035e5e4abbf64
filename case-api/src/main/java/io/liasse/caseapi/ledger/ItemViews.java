package io.liasse.caseapi.ledger;

import io.liasse.caseapi.documents.Reason;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.item.Item;
import io.liasse.store.item.ItemId;
import io.liasse.store.item.Items;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what is to be told of one item to one viewer: its documents as a tree, and what happened to them. Thread-safe. */
@Component
final class ItemViews {
    static final int MOST = 200;
    private static final int STEPS = 200;

    /** Who looked at something is told elsewhere, to those who may know. */
    private static final Set<Action> LOOKS = Set.of(Action.DOCUMENT_OPENED);

    private final Items items;
    private final Documents documents;
    private final Journal journal;

    ItemViews(Items items, Documents documents, Journal journal) {
        this.items = items;
        this.documents = documents;
        this.journal = journal;
    }

    /** A document in the tree; {@code depth} 0 for what was received itself, or whose parent is not for the viewer. */
    record Branch(Document document, int depth, @Nullable Reason reason) {}

    /** Something that happened to one of the documents. */
    record Step(
            Instant at,
            Action action,
            String actor,
            boolean byProgram,
            @Nullable String title) {}

    /** {@code filedAt} is when the last of the documents was filed, once all are. */
    record ItemView(
            Item item,
            List<Branch> branches,
            List<Step> steps,
            @Nullable Instant filedAt) {
        public @Nullable Took took() {
            return Took.between(item.receivedAt(), filedAt);
        }

        public String tone() {
            return LedgerRow.tone(item.state());
        }

        public boolean failed() {
            return item.state() == Item.State.FAILED;
        }
    }

    ItemView of(ItemId id, Viewer viewer) {
        Item item = items.get(id, viewer);
        List<Document> visible = documents.ofItem(id, viewer, MOST);
        return new ItemView(item, tree(visible), steps(visible), filedAt(item, visible));
    }

    private static @Nullable Instant filedAt(Item item, List<Document> visible) {
        if (item.state() != Item.State.DONE) {
            return null;
        }
        return visible.stream()
                .map(Document::filedAt)
                .filter(each -> each != null)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private static List<Branch> tree(List<Document> visible) {
        Set<DocumentId> known = visible.stream().map(Document::id).collect(Collectors.toSet());
        Map<DocumentId, List<Document>> children = new HashMap<>();
        List<Document> roots = new ArrayList<>();
        for (Document each : visible) {
            DocumentId parent = each.parent();
            if (parent != null && known.contains(parent)) {
                children.computeIfAbsent(parent, none -> new ArrayList<>()).add(each);
            } else {
                roots.add(each);
            }
        }
        List<Branch> branches = new ArrayList<>();
        roots.forEach(each -> add(each, 0, children, branches, new HashSet<>()));
        return branches;
    }

    private static void add(
            Document document,
            int depth,
            Map<DocumentId, List<Document>> children,
            List<Branch> branches,
            Set<DocumentId> seen) {
        if (seen.add(document.id())) {
            branches.add(
                    new Branch(document, depth, Reason.of(document.reason()).orElse(null)));
            children.getOrDefault(document.id(), List.of())
                    .forEach(each -> add(each, depth + 1, children, branches, seen));
        }
    }

    private List<Step> steps(List<Document> visible) {
        Map<DocumentId, Document> known = visible.stream().collect(Collectors.toMap(Document::id, Function.identity()));
        return journal.ofDocuments(known.keySet(), LOOKS, STEPS).stream()
                .map(each -> step(each, known))
                .toList();
    }

    private static Step step(JournalEntry entry, Map<DocumentId, Document> known) {
        DocumentId about = entry.document();
        Document document = about == null ? null : known.get(about);
        return new Step(
                entry.at(),
                entry.action(),
                entry.actor().name(),
                entry.actor().user() == null,
                document == null || known.size() == 1 ? null : document.title());
    }
}
