package io.liasse.store.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseQuery;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentQuery;
import io.liasse.store.document.DocumentState;
import io.liasse.store.item.ItemId;
import io.liasse.store.item.ItemQuery;
import io.liasse.store.item.LedgerLine;
import io.liasse.store.testing.Stores;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Generated cases, rights, users and documents: what every list shows, what every question answers and what the index is
 * told must all be what the few rules below say, which are written without any SQL.
 */
class AccessPolicyTest {
    private final Stores stores = Stores.fresh();

    @AfterEach
    void close() {
        stores.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void listsAnswersAndIndexAgreeWithTheRules(long seed) {
        AccessWorld world = AccessWorld.made(stores, new Random(seed));
        for (Viewer viewer : world.viewers()) {
            assertThat(listedCases(viewer)).isEqualTo(world.casesSeenBy(viewer));
            assertThat(listedDocuments(viewer)).isEqualTo(world.documentsSeenBy(viewer));
            assertThat(listedItems(viewer)).isEqualTo(world.itemsSeenBy(viewer));
            checkInbox(world, viewer);
            checkEachCase(world, viewer);
            checkEachDocument(world, viewer);
        }
    }

    private void checkInbox(AccessWorld world, Viewer viewer) {
        Set<DocumentId> waiting = world.documentsSeenBy(viewer).stream()
                .filter(each -> world.caseOf(each).isEmpty())
                .collect(Collectors.toSet());
        assertThat(documents(viewer, DocumentQuery.inbox())).isEqualTo(waiting);
        assertThat(stores.documents().countInbox(viewer, 1000)).isEqualTo(waiting.size());
    }

    private void checkEachCase(AccessWorld world, Viewer viewer) {
        Visibility visibility = stores.policy().visibilityOf(viewer);
        Set<CaseId> fileable = new HashSet<>();
        stores.cases().fileable("", viewer, 1000).forEach(each -> fileable.add(each.id()));
        for (CaseId each : world.cases()) {
            Optional<CaseRight> right = world.right(viewer, each);
            assertThat(stores.policy().rightOn(viewer, each)).isEqualTo(right);
            assertThat(visibility.sees(each)).isEqualTo(right.isPresent());
            assertThat(stores.policy().mayFileInto(viewer, each)).isEqualTo(world.mayFileInto(viewer, each));
            assertThat(fileable.contains(each)).isEqualTo(world.mayFileInto(viewer, each) && world.isOpen(each));
            assertThat(documents(viewer, DocumentQuery.of(each))).isEqualTo(world.documentsIn(each, viewer));
        }
    }

    private void checkEachDocument(AccessWorld world, Viewer viewer) {
        Visibility visibility = stores.policy().visibilityOf(viewer);
        Set<DocumentId> seen = world.documentsSeenBy(viewer);
        for (DocumentId each : world.documents()) {
            assertThat(stores.policy().maySee(viewer, each)).isEqualTo(seen.contains(each));
            assertThat(stores.policy().mayEdit(viewer, each)).isEqualTo(world.mayEdit(viewer, each));
            boolean inIndex = world.caseOf(each).map(visibility::sees).orElse(visibility.unfiled());
            assertThat(!inIndex || seen.contains(each))
                    .describedAs("the index shows no more")
                    .isTrue();
            world.caseOf(each).ifPresent(filed -> assertThat(inIndex).isEqualTo(seen.contains(each)));
        }
    }

    private Set<CaseId> listedCases(Viewer viewer) {
        return all(page -> stores.cases().page(CaseQuery.ALL, viewer, page), CaseFile::id);
    }

    private Set<DocumentId> listedDocuments(Viewer viewer) {
        Set<DocumentId> newest = documents(viewer, new DocumentQuery(Set.of(), null, null, null));
        Set<DocumentId> filed = documents(viewer, new DocumentQuery(Set.of(DocumentState.FILED), null, null, null));
        assertThat(newest).containsAll(filed);
        return newest;
    }

    private Set<DocumentId> documents(Viewer viewer, DocumentQuery query) {
        return all(page -> stores.documents().page(query, viewer, page), Document::id);
    }

    private Set<ItemId> listedItems(Viewer viewer) {
        return all(
                page -> told(stores.ledger().page(ItemQuery.ALL, viewer, page)),
                each -> each.item().id());
    }

    /** Who may see all lines is not told of each what it was. */
    private static Page<LedgerLine> told(Page<LedgerLine> page) {
        return new Page<>(page.items().stream().filter(LedgerLine::told).toList(), page.next());
    }

    /** Pages of seven, so that cursors are part of the proof; nothing may come twice. */
    private static <T, I> Set<I> all(Function<PageRequest, Page<T>> list, Function<T, I> id) {
        List<I> all = new ArrayList<>();
        PageRequest next = PageRequest.first(7);
        while (true) {
            Page<T> page = list.apply(next);
            page.items().forEach(each -> all.add(id.apply(each)));
            if (page.next() == null) {
                assertThat(all).doesNotHaveDuplicates();
                return new HashSet<>(all);
            }
            next = new PageRequest(7, page.next());
        }
    }
}
