package io.liasse.store.document;

import io.liasse.store.database.Values;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Moves what is known of pages to the pages they become: texts, places, hints, corrections, origins, evidence. Every method
 * is one transaction's work.
 */
final class PageMoving {
    /** More than any page has; numbers on the way are that much higher, so that none meets another. */
    private static final int ON_THE_WAY = 1_000_000_000;

    private static final String MOVES = """
            unnest(cast(:was as int[]), cast(:becomes as int[]), cast(:turns as int[])) as m (was, page, turn)
            """;

    private final JdbcClient sql;

    PageMoving(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What becomes of a page.
     *
     * @param was its number now; of a page that is left out now, that in version 1 with a minus sign
     * @param becomes its number then, in the same way
     */
    record Move(int was, int becomes, int turn) {
        boolean leaves() {
            return becomes < 0;
        }
    }

    /** All that belongs to the present version. */
    void all(DocumentId id, List<Move> moves) {
        List<Move> staying = moves.stream().filter(move -> !move.leaves()).toList();
        boundaries(id, staying);
        dropOthers("document_page", id, staying);
        renumber("document_page", id, staying);
        upend(id, staying);
        hints(id, moves, staying);
        dropOthers("document_field", id, staying);
        fields(id, staying, "true");
        evidence(id, staying);
        keptWithTheirPage(id, moves);
    }

    /** What stays when an earlier version is put back: it follows its page, or waits for it. */
    void keptWithTheirPage(DocumentId id, List<Move> moves) {
        renumber("text_correction", id, moves);
        renumber("document_source", id, moves);
    }

    private void dropOthers(String table, DocumentId id, List<Move> staying) {
        String read = table.equals("document_field") ? " and not by_person" : "";
        sql.sql("delete from " + table + " where document_id = :id and page > 0 and page <> all(cast(:was as int[]))"
                        + read)
                .param("id", id.value())
                .param("was", Values.array(staying.stream().map(Move::was).toList()))
                .update();
    }

    private void renumber(String table, DocumentId id, List<Move> moves) {
        bound(
                "update " + table + " t set page = m.page + " + ON_THE_WAY + " from " + MOVES
                        + " where t.document_id = :id and t.page = m.was and m.page <> m.was",
                id,
                moves);
        sql.sql("update " + table + " set page = page - " + ON_THE_WAY + " where document_id = :id and page > "
                        + ON_THE_WAY / 2)
                .param("id", id.value())
                .update();
    }

    private void bound(String statement, DocumentId id, List<Move> moves) {
        sql.sql(statement)
                .param("id", id.value())
                .param("was", Values.array(moves.stream().map(Move::was).toList()))
                .param("becomes", Values.array(moves.stream().map(Move::becomes).toList()))
                .param("turns", Values.array(moves.stream().map(Move::turn).toList()))
                .update();
    }

    private void upend(DocumentId id, List<Move> staying) {
        bound(
                "update document_page t set width = t.height, height = t.width from " + MOVES
                        + " where t.document_id = :id and t.page = m.page and m.turn % 180 <> 0",
                id,
                staying);
    }

    /** What was said of the whole no longer holds when pages are missing. */
    private void hints(DocumentId id, List<Move> moves, List<Move> staying) {
        dropOthers("document_hint", id, staying);
        renumber("document_hint", id, staying);
        if (staying.size() < moves.size()) {
            sql.sql("delete from document_hint where document_id = :id and page = 0")
                    .param("id", id.value())
                    .update();
        }
    }

    /** A boundary between two pages stays where the same page comes before or one that came before. */
    private void boundaries(DocumentId id, List<Move> staying) {
        List<Move> kept = new java.util.ArrayList<>();
        for (Move each : staying) {
            boolean follows = staying.stream()
                    .anyMatch(other -> other.becomes() == each.becomes() - 1 && other.was() < each.was());
            if (follows) {
                kept.add(each);
            }
        }
        dropOthers("document_boundary", id, kept);
        renumber("document_boundary", id, kept);
    }

    /** Fields move with their places; a value that a person has set stays without its page too. */
    void fields(DocumentId id, List<Move> staying, String which) {
        bound("""
                update document_field t set page = n.page,
                    x = case n.turn when 90 then 1 - t.y - t.height when 180 then 1 - t.x - t.width when 270 then t.y
                                    else t.x end,
                    y = case n.turn when 90 then t.x when 180 then 1 - t.y - t.height when 270 then 1 - t.x - t.width
                                    else t.y end,
                    width = case when n.turn in (90, 270) then t.height else t.width end,
                    height = case when n.turn in (90, 270) then t.width else t.height end
                from (select f.by_person, f.ordinal, m.page, m.turn
                      from document_field f left join %s on m.was = f.page
                      where f.document_id = :id and f.page is not null) n
                where t.document_id = :id and t.by_person = n.by_person and t.ordinal = n.ordinal and %s
                """.formatted(MOVES.strip(), which), id, staying);
        sql.sql("""
                update document_field set x = null, y = null, width = null, height = null
                where document_id = :id and page is null and x is not null
                """).param("id", id.value()).update();
    }

    /** Evidence on pages that are left out speaks no more; a case for which nothing else spoke is no candidate. */
    private void evidence(DocumentId id, List<Move> staying) {
        bound("""
                update document_candidate c set evidence = coalesce((
                    select jsonb_agg(case when m.page is null then e.clue
                                          else jsonb_set(e.clue, '{page}', to_jsonb(m.page)) end order by e.nr)
                    from jsonb_array_elements(c.evidence) with ordinality as e (clue, nr)
                    left join %s on m.was = cast(e.clue ->> 'page' as int)
                    where e.clue ->> 'page' is null or m.page is not null), '[]')
                where c.document_id = :id and jsonb_array_length(c.evidence) > 0
                """.formatted(MOVES.strip()), id, staying);
        sql.sql("delete from document_candidate where document_id = :id and evidence = '[]'")
                .param("id", id.value())
                .update();
    }
}
