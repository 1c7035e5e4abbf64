package io.liasse.store.access;

import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.database.Values;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one place that decides who may see and do what. Lists carry its conditions in
 * their SQL ({@link #sightOf}); the index carries {@link #visibilityOf}. Thread-safe.
 *
 * <table>
 * <caption>What each role admits; a right granted on a case counts for every role.</caption>
 * <tr><th>role<th>cases<th>documents in no case yet
 * <tr><td>SUPERVISOR<td>MANAGE on all that are not sealed<td>all
 * <tr><td>RECORDS_OFFICER<td>READ on all that are not sealed<td>own
 * <tr><td>CASE_MANAGER<td>granted<td>own, handed to them, and those whose best candidates are cases granted with WRITE
 * <tr><td>CLERK<td>granted; files into all open ones that are not sealed, of which reference and title are shown<td>all
 * <tr><td>EXTERNAL_SYSTEM<td>granted<td>own
 * <tr><td>ADMINISTRATOR<td>granted<td>own
 * </table>
 *
 * <p>A sealed case is seen by a granted right only. Opener and manager of a case are granted MANAGE. <em>Own</em> are the
 * documents that the viewer posted; once filed, only their state is still told to whom posted them
 * ({@code Documents.standing}), since the case may be none of their business. A document whose pages were made other
 * documents is seen by those of the above who see all of these.
 */
@Component
public class AccessPolicy {
    private static final String CASES_NOT_SEALED = """
            (select c.* from case_file c
             where not c.sealed
                or exists (select from case_right r where r.user_id = :viewer and r.case_id = c.id))
            """;

    private static final String CASES_GRANTED = """
            (select c.* from case_right r join case_file c on c.id = r.case_id where r.user_id = :viewer)
            """;

    /** A scalar subquery, because the planner would otherwise rather read all cases first. */
    private static final String DOCUMENTS_NOT_SEALED = """
            (select d.* from document d
             where d.trashed_at is null and {whole} and coalesce(
                (select not c.sealed
                     or exists (select from case_right r where r.user_id = :viewer and r.case_id = c.id)
                 from case_file c where c.id = d.case_id),
                {unfiled}))
            """;

    private static final String DOCUMENTS_GRANTED = """
            (select d.* from document d
             where d.trashed_at is null and {whole}
               and d.case_id in (select r.case_id from case_right r where r.user_id = :viewer))
            """;

    private static final String UNFILED =
            "(select d.* from document d where d.case_id is null and d.trashed_at is null and {whole})";

    private static final String UNFILED_OWN = """
            (select d.* from document d
             where d.case_id is null and d.trashed_at is null and d.posted_by = :viewer and {whole})
            """;

    /** A document whose pages are in others is seen by those who see all of these. */
    private static final String WHOLE = """
            (d.state <> 'DIVIDED' or not exists (
                select from document_source o join document p on p.id = o.document_id
                where o.source_id = d.id and (p.state = 'DIVIDED' or p.trashed_at is not null or {hidden})))
            """;

    private static final String HIDDEN_UNLESS_GRANTED = """
            (p.case_id is not null
             and p.case_id not in (select r.case_id from case_right r where r.user_id = :viewer))
            """;

    private static final String HIDDEN_IF_SEALED = """
            (p.case_id in (select c.id from case_file c where c.sealed)
             and p.case_id not in (select r.case_id from case_right r where r.user_id = :viewer))
            """;

    private static final String UNFILED_PROPOSED = """
            (select d.* from document d
             where d.case_id is null and d.trashed_at is null and d.state <> 'DIVIDED' and d.posted_by is distinct from :viewer
               and d.id in (select k.document_id from document_candidate k
                            join case_right r on r.case_id = k.case_id
                            where k.best and r.user_id = :viewer and r.strength >= 2
                            union all
                            select h.document_id from document_handed h where h.user_id = :viewer))
            """;

    /** What may be restored is what could be edited before. */
    private static final String TRASHED = """
            (select d.* from document d
             where d.trashed_at is not null
               and case when d.case_id is null then {unfiled} else {filed} end)
            """;

    private static final String TRASHED_NOT_SEALED = """
            exists (select from case_file c where c.id = d.case_id and not c.sealed) or {granted}
            """;

    private static final String TRASHED_GRANTED = """
            exists (select from case_right r
                    where r.user_id = :viewer and r.case_id = d.case_id and r.strength >= 2)
            """;

    private static final String TRASHED_PROPOSED = """
            (d.posted_by is not distinct from :viewer
             or exists (select from document_candidate k join case_right r on r.case_id = k.case_id
                        where k.document_id = d.id and k.best and r.user_id = :viewer and r.strength >= 2))
            """;

    private static final String FILEABLE_NOT_SEALED = """
            (select c.* from case_file c
             where c.state = 'OPEN'
               and (not c.sealed
                    or exists (select from case_right r
                               where r.user_id = :viewer and r.case_id = c.id and r.strength >= 2)))
            """;

    private static final String FILEABLE_GRANTED = """
            (select c.* from case_right r join case_file c on c.id = r.case_id
             where r.user_id = :viewer and r.strength >= 2 and c.state = 'OPEN')
            """;

    private final JdbcClient sql;

    AccessPolicy(JdbcClient sql) {
        this.sql = sql;
    }

    /** What the viewer may see, to stand in the statement of a list. */
    public Sight sightOf(Viewer viewer) {
        if (!seesAllUnsealed(viewer)) {
            String granted = DOCUMENTS_GRANTED.replace("{whole}", whole(viewer));
            return new Sight(CASES_GRANTED, filedAnd(granted, unfiled(viewer)), false);
        }
        String notSealed = DOCUMENTS_NOT_SEALED.replace("{whole}", whole(viewer));
        return seesAllUnfiled(viewer)
                ? new Sight(CASES_NOT_SEALED, List.of(notSealed.replace("{unfiled}", "true")), true)
                : new Sight(CASES_NOT_SEALED, filedAnd(notSealed.replace("{unfiled}", "false"), unfiled(viewer)), true);
    }

    private static List<String> filedAnd(String filed, List<String> unfiled) {
        return Stream.concat(Stream.of(filed), unfiled.stream()).toList();
    }

    /** Relations without a row in common. */
    private static List<String> unfiled(Viewer viewer) {
        if (seesAllUnfiled(viewer)) {
            return List.of(UNFILED.replace("{whole}", whole(viewer)));
        }
        String own = UNFILED_OWN.replace("{whole}", whole(viewer));
        return viewer.has(Role.CASE_MANAGER) ? List.of(own, UNFILED_PROPOSED) : List.of(own);
    }

    private static String whole(Viewer viewer) {
        return WHOLE.replace("{hidden}", seesAllUnsealed(viewer) ? HIDDEN_IF_SEALED : HIDDEN_UNLESS_GRANTED);
    }

    /** The documents in the trash that the viewer may restore, as a relation with {@code :viewer} as its parameter. */
    public String trashOf(Viewer viewer) {
        String filed = viewer.has(Role.SUPERVISOR)
                ? TRASHED_NOT_SEALED.replace("{granted}", TRASHED_GRANTED)
                : TRASHED_GRANTED;
        String unfiled = viewer.has(Role.CASE_MANAGER) ? TRASHED_PROPOSED : "false";
        return TRASHED.replace("{filed}", filed).replace("{unfiled}", seesAllUnfiled(viewer) ? "true" : unfiled);
    }

    /** Those of the cases that the viewer may see or file into, with the reference of each. */
    public Map<CaseId, CaseReference> named(Viewer viewer, Collection<CaseId> cases) {
        Map<CaseId, CaseReference> named = new HashMap<>();
        sql.sql("""
                select c.id, c.year, c.number from case_file c
                where c.id = any(cast(:cases as uuid[]))
                  and (exists (select from %s s where s.id = c.id) or exists (select from %s s where s.id = c.id))
                """.formatted(sightOf(viewer).cases(), fileableBy(viewer)))
                .param("viewer", viewer.user().value())
                .param("cases", Values.array(cases))
                .query(row -> {
                    named.put(
                            new CaseId(Values.id(row, "id")),
                            new CaseReference(row.getInt("year"), row.getInt("number")));
                });
        return named;
    }

    /** Whether the document is in the trash and the viewer may restore it. */
    public boolean mayRestore(Viewer viewer, DocumentId document) {
        return sql.sql("select exists (select from " + trashOf(viewer) + " d where d.id = :document)")
                .param("viewer", viewer.user().value())
                .param("document", document.value())
                .query(Boolean.class)
                .single();
    }

    /** The open cases into which the viewer may file, as a relation with {@code :viewer} as its parameter. */
    public String fileableBy(Viewer viewer) {
        return viewer.has(Role.CLERK) || viewer.has(Role.SUPERVISOR) ? FILEABLE_NOT_SEALED : FILEABLE_GRANTED;
    }

    private static boolean seesAllUnsealed(Viewer viewer) {
        return viewer.has(Role.SUPERVISOR) || viewer.has(Role.RECORDS_OFFICER);
    }

    private static boolean seesAllUnfiled(Viewer viewer) {
        return viewer.has(Role.CLERK) || viewer.has(Role.SUPERVISOR);
    }

    /** The strongest right of the viewer on the case; empty means the case does not exist for this viewer. */
    public Optional<CaseRight> rightOn(Viewer viewer, CaseId caseId) {
        return strengthOn(viewer, caseId).filter(each -> each > 0).map(CaseRight::ofStrength);
    }

    /** Empty when there is no such case. */
    private Optional<Integer> strengthOn(Viewer viewer, CaseId caseId) {
        return sql.sql("""
                select greatest(
                    case when sealed then 0 else :byRole end,
                    (select strength from case_right where user_id = :viewer and case_id = :case))
                from case_file where id = :case
                """)
                .param("byRole", strengthOnUnsealed(viewer))
                .param("viewer", viewer.user().value())
                .param("case", caseId.value())
                .query(Integer.class)
                .optional();
    }

    private static int strengthOnUnsealed(Viewer viewer) {
        if (viewer.has(Role.SUPERVISOR)) {
            return CaseRight.MANAGE.strength();
        }
        return viewer.has(Role.RECORDS_OFFICER) ? CaseRight.READ.strength() : 0;
    }

    /** Whether the viewer may see the document (and so its content). */
    public boolean maySee(Viewer viewer, DocumentId document) {
        return sql.sql("select exists (select from " + sightOf(viewer).documents() + " d where d.id = :document)")
                .param("viewer", viewer.user().value())
                .param("document", document.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the content of a document that is seen may be opened: what a virus was found in is for administrators only. */
    public boolean mayOpen(Viewer viewer, Document document) {
        return document.state() != DocumentState.QUARANTINED || viewer.has(Role.ADMINISTRATOR);
    }

    /**
     * Whether the viewer may file, re-file and edit the document: in a case with WRITE on it; in no case yet when a
     * clerk, case manager or supervisor sees it.
     */
    public boolean mayEdit(Viewer viewer, DocumentId document) {
        Optional<CaseId> holder = caseOf(document);
        if (holder.isPresent()) {
            return has(CaseRight.WRITE, viewer, holder.get());
        }
        return (seesAllUnfiled(viewer) || viewer.has(Role.CASE_MANAGER)) && maySee(viewer, document);
    }

    private Optional<CaseId> caseOf(DocumentId document) {
        return sql.sql("""
                select case_id from document where id = :document and case_id is not null and trashed_at is null
                """)
                .param("document", document.value())
                .query((row, index) -> new CaseId(Values.id(row, "case_id")))
                .optional();
    }

    /** Whether the viewer holds the right on the case. */
    public boolean has(CaseRight right, Viewer viewer, CaseId caseId) {
        return rightOn(viewer, caseId).filter(each -> each.includes(right)).isPresent();
    }

    /** Those of the cases on which the viewer holds the right. */
    public Set<CaseId> having(CaseRight right, Viewer viewer, Collection<CaseId> cases) {
        return Set.copyOf(sql.sql("""
                select c.id from case_file c
                where c.id = any(cast(:cases as uuid[]))
                  and greatest(
                        case when c.sealed then 0 else :byRole end,
                        (select r.strength from case_right r where r.user_id = :viewer and r.case_id = c.id)) >= :right
                """)
                .param("cases", Values.array(cases))
                .param("byRole", strengthOnUnsealed(viewer))
                .param("viewer", viewer.user().value())
                .param("right", right.strength())
                .query((row, index) -> new CaseId(Values.id(row, "id")))
                .list());
    }

    /**
     * Whether the viewer may file into the case while it is open: a clerk into any that is not sealed, others with WRITE.
     */
    public boolean mayFileInto(Viewer viewer, CaseId caseId) {
        return has(CaseRight.WRITE, viewer, caseId) || (viewer.has(Role.CLERK) && isUnsealed(caseId));
    }

    private boolean isUnsealed(CaseId caseId) {
        return sql.sql("select exists (select from case_file where id = :case and not sealed)")
                .param("case", caseId.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the viewer, who sees the case, may also see who looked at it and its documents. */
    public boolean maySeeReadsOf(Viewer viewer, CaseId caseId) {
        return viewer.has(Role.RECORDS_OFFICER) || has(CaseRight.MANAGE, viewer, caseId);
    }

    /**
     * Whether the viewer may see every line of the intake ledger and its sums: when it came, by which channel and how far it
     * is. What it was is told to those who see one of its documents.
     */
    public boolean maySeeAllLines(Viewer viewer) {
        return viewer.has(Role.SUPERVISOR) || viewer.has(Role.ADMINISTRATOR);
    }

    /** Whether the viewer may see how well the program files, as counts over all that is filed. */
    public boolean maySeeQuality(Viewer viewer) {
        return viewer.has(Role.SUPERVISOR) || viewer.has(Role.RECORDS_OFFICER) || viewer.has(Role.ADMINISTRATOR);
    }

    /** Whether the viewer may see and try the rules of filing. */
    public boolean mayReadFiling(Viewer viewer) {
        return viewer.has(Role.SUPERVISOR) || viewer.has(Role.ADMINISTRATOR);
    }

    /** Whether the viewer may save rules of filing. */
    public boolean mayChangeFiling(Viewer viewer) {
        return viewer.has(Role.ADMINISTRATOR);
    }

    /** Whether the viewer may make, change and remove tags. */
    public boolean mayManageTags(Viewer viewer) {
        return viewer.has(Role.SUPERVISOR) || viewer.has(Role.ADMINISTRATOR);
    }

    /** Whether the viewer may add and change types of documents. */
    public boolean mayManageTypes(Viewer viewer) {
        return viewer.has(Role.SUPERVISOR) || viewer.has(Role.ADMINISTRATOR);
    }

    /** Whether the viewer may open cases. */
    public boolean mayOpenCases(Viewer viewer) {
        return viewer.has(Role.CLERK) || viewer.has(Role.CASE_MANAGER) || viewer.has(Role.SUPERVISOR);
    }

    /** Whether the viewer may look up all parties that are not in sealed cases only. */
    public boolean mayLookUpParties(Viewer viewer) {
        return mayOpenCases(viewer) || viewer.has(Role.RECORDS_OFFICER);
    }

    /** Whether the viewer may make and change parties. */
    public boolean mayChangeParties(Viewer viewer) {
        return mayOpenCases(viewer);
    }

    /** What the viewer sees at this moment. It leaves out the own and proposed documents that are in no case yet. */
    public Visibility visibilityOf(Viewer viewer) {
        Set<CaseId> granted = ids("select case_id as id from case_right where user_id = :viewer", viewer);
        Set<CaseId> sealed = ids("select id from case_file where sealed", viewer);
        sealed.removeAll(granted);
        return new Visibility(viewer, seesAllUnsealed(viewer), seesAllUnfiled(viewer), granted, sealed);
    }

    private Set<CaseId> ids(String select, Viewer viewer) {
        return new HashSet<>(sql.sql(select)
                .param("viewer", viewer.user().value())
                .query((row, index) -> new CaseId(Values.id(row, "id")))
                .list());
    }
}
