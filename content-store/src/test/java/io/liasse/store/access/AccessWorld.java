package io.liasse.store.access;

import io.liasse.store.casefile.CaseId;
import io.liasse.store.document.DocumentId;
import io.liasse.store.item.ItemId;
import io.liasse.store.testing.Stores;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Random users, cases, rights and documents in the database, and beside them in memory with the rules spelled out. */
final class AccessWorld {
    private record Folder(CaseId id, boolean sealed, boolean open, Map<UserId, CaseRight> rights) {}

    private record Paper(DocumentId id, ItemId item, Optional<CaseId> in, Optional<UserId> poster, Set<CaseId> best) {}

    private final JdbcClient sql;
    private final Random random;
    private final List<Viewer> viewers = new ArrayList<>();
    private final Map<CaseId, Folder> folders = new HashMap<>();
    private final Map<DocumentId, Paper> papers = new HashMap<>();

    private AccessWorld(JdbcClient sql, Random random) {
        this.sql = sql;
        this.random = random;
    }

    static AccessWorld made(Stores stores, Random random) {
        AccessWorld world = new AccessWorld(stores.sql(), random);
        for (int each = 0; each < 12; each++) {
            world.viewers.add(stores.user(world.someRoles(each)));
        }
        for (int each = 0; each < 20; each++) {
            world.addFolder(each + 1);
        }
        for (int each = 0; each < 60; each++) {
            world.addPaper();
        }
        return world;
    }

    /** Every role alone first, then mixtures, also none. */
    private Role[] someRoles(int number) {
        Role[] all = Role.values();
        if (number < all.length) {
            return new Role[] {all[number]};
        }
        Set<Role> some = EnumSet.noneOf(Role.class);
        for (Role each : all) {
            if (random.nextInt(3) == 0) {
                some.add(each);
            }
        }
        return some.toArray(Role[]::new);
    }

    private void addFolder(int number) {
        boolean sealed = random.nextInt(3) == 0;
        boolean open = random.nextInt(4) > 0;
        UUID id = sql.sql("""
                insert into case_file (year, number, type, title, words, phase, state, sealed, opened_at, changed_at)
                values (2026, :number, 'audit', 'x', '', 'intake', :state, :sealed, now(), now()) returning id
                """)
                .param("number", number)
                .param("state", open ? "OPEN" : "CLOSED")
                .param("sealed", sealed)
                .query(UUID.class)
                .single();
        Map<UserId, CaseRight> rights = new HashMap<>();
        viewers.stream().filter(each -> random.nextInt(5) == 0).forEach(each -> rights.put(each.user(), someRight()));
        rights.forEach((user, right) -> sql.sql("insert into case_right values (?, ?, ?)")
                .params(id, user.value(), right.strength())
                .update());
        folders.put(new CaseId(id), new Folder(new CaseId(id), sealed, open, rights));
    }

    private CaseRight someRight() {
        return CaseRight.ofStrength(1 + random.nextInt(3));
    }

    private void addPaper() {
        Optional<CaseId> in = random.nextInt(3) > 0 ? Optional.of(someCase()) : Optional.empty();
        Optional<UserId> poster =
                random.nextInt(3) == 0 ? Optional.of(someViewer().user()) : Optional.empty();
        UUID item = sql.sql("""
                insert into item (channel, name, size, sha256, thread_ids, hints, received_at, posted_by)
                values ('REST', 'x', 1, repeat('a', 64), '{}', '{}', now(), :poster) returning id
                """)
                .param("poster", poster.map(UserId::value).orElse(null))
                .query(UUID.class)
                .single();
        UUID id = sql.sql("""
                insert into document (item_id, case_id, channel, state, name, title, title_given, date_given,
                                      language_given, media_type, size, sha256, posted_by, received_at)
                values (:item, :case, 'REST', :state, 'x', 'x', false, false, false, 'x', 1, repeat('a', 64), :poster,
                        now())
                returning id
                """)
                .param("item", item)
                .param("case", in.map(CaseId::value).orElse(null))
                .param("state", in.isPresent() ? "FILED" : "INBOX")
                .param("poster", poster.map(UserId::value).orElse(null))
                .query(UUID.class)
                .single();
        Set<CaseId> best = addCandidates(id);
        DocumentId document = new DocumentId(id);
        papers.put(document, new Paper(document, new ItemId(item), in, poster, best));
    }

    private Set<CaseId> addCandidates(UUID document) {
        Set<CaseId> best = random.ints(random.nextInt(3), 0, 100)
                .mapToObj(each -> someCase())
                .collect(Collectors.toSet());
        int ordinal = 0;
        for (CaseId each : best) {
            addCandidate(document, ordinal++, each, true);
        }
        addCandidate(document, ordinal, someCase(), false);
        return best;
    }

    private void addCandidate(UUID document, int ordinal, CaseId candidate, boolean best) {
        sql.sql("insert into document_candidate values (?, ?, ?, ?, ?, '[]')")
                .params(document, ordinal, candidate.value(), 0.5, best)
                .update();
    }

    private CaseId someCase() {
        return List.copyOf(folders.keySet()).get(random.nextInt(folders.size()));
    }

    private Viewer someViewer() {
        return viewers.get(random.nextInt(viewers.size()));
    }

    List<Viewer> viewers() {
        return viewers;
    }

    Set<CaseId> cases() {
        return folders.keySet();
    }

    Set<DocumentId> documents() {
        return papers.keySet();
    }

    Optional<CaseId> caseOf(DocumentId document) {
        return papers.get(document).in();
    }

    boolean isOpen(CaseId id) {
        return folders.get(id).open();
    }

    Optional<CaseRight> right(Viewer viewer, CaseId id) {
        Folder folder = folders.get(id);
        CaseRight granted = folder.rights().get(viewer.user());
        if (!folder.sealed() && viewer.has(Role.SUPERVISOR)) {
            return Optional.of(CaseRight.MANAGE);
        }
        if (!folder.sealed() && viewer.has(Role.RECORDS_OFFICER) && granted == null) {
            return Optional.of(CaseRight.READ);
        }
        return Optional.ofNullable(granted);
    }

    private boolean mayWrite(Viewer viewer, CaseId id) {
        return right(viewer, id).filter(each -> each.includes(CaseRight.WRITE)).isPresent();
    }

    boolean mayFileInto(Viewer viewer, CaseId id) {
        return mayWrite(viewer, id)
                || (viewer.has(Role.CLERK) && !folders.get(id).sealed());
    }

    Set<CaseId> casesSeenBy(Viewer viewer) {
        return cases().stream().filter(each -> right(viewer, each).isPresent()).collect(Collectors.toSet());
    }

    private boolean sees(Viewer viewer, Paper paper) {
        if (paper.in().isPresent()) {
            return right(viewer, paper.in().get()).isPresent();
        }
        boolean proposed = viewer.has(Role.CASE_MANAGER)
                && paper.best().stream()
                        .map(each -> folders.get(each).rights().get(viewer.user()))
                        .anyMatch(each -> each != null && each.includes(CaseRight.WRITE));
        boolean own = paper.poster().equals(Optional.of(viewer.user()));
        return viewer.has(Role.CLERK) || viewer.has(Role.SUPERVISOR) || own || proposed;
    }

    boolean mayEdit(Viewer viewer, DocumentId document) {
        Paper paper = papers.get(document);
        boolean worksOnUnfiled = viewer.has(Role.CLERK) || viewer.has(Role.SUPERVISOR) || viewer.has(Role.CASE_MANAGER);
        return paper.in().map(each -> mayWrite(viewer, each)).orElseGet(() -> worksOnUnfiled && sees(viewer, paper));
    }

    Set<DocumentId> documentsSeenBy(Viewer viewer) {
        return papers.values().stream()
                .filter(each -> sees(viewer, each))
                .map(Paper::id)
                .collect(Collectors.toSet());
    }

    Set<DocumentId> documentsIn(CaseId id, Viewer viewer) {
        return documentsSeenBy(viewer).stream()
                .filter(each -> caseOf(each).equals(Optional.of(id)))
                .collect(Collectors.toSet());
    }

    Set<ItemId> itemsSeenBy(Viewer viewer) {
        return papers.values().stream()
                .filter(each -> sees(viewer, each) || each.poster().equals(Optional.of(viewer.user())))
                .map(Paper::item)
                .collect(Collectors.toSet());
    }
}
