package io.liasse.store.filing;

import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.database.Values;
import io.liasse.store.document.DocumentId;
import io.liasse.store.party.PartyId;
import io.liasse.store.party.PartyKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds cases by what stands in a document: numbers and names of parties, and numbers that stand in documents filed
 * before. For the program's own work: without a viewer. Every look is one query of exact keys by an index, with a bound on
 * what each key may give; what is everywhere tells nothing and is cut off. Thread-safe.
 */
@Component
public class Traces {
    /** A party with more open cases does not tell one of them. */
    private static final int MOST_CASES = 20;

    private static final int MOST_PARTIES = 300;
    private static final int MOST_DOCUMENTS = 60;

    private final JdbcClient sql;

    Traces(JdbcClient sql) {
        this.sql = sql;
    }

    /** An open case in which a party takes part. */
    public record PartyCase(PartyId party, OpenCase in) {}

    /** An open case with documents in which a number stands. */
    public record NumberCase(String number, OpenCase in) {}

    /** What an open case waits for, from a party or of a type. */
    public record AwaitedIn(
            @Nullable PartyId party, @Nullable String type, String what, OpenCase in) {}

    /** Parties with one of these numbers, folded as {@link io.liasse.store.party.Numbers} does. */
    public List<KnownParty> numbered(Set<String> numbers) {
        return sql.sql("""
                select p.id, p.kind, p.name, p.birth_date, i.folded as key, i.value
                from party_identifier i join party p on p.id = i.party_id
                where i.folded = any(:numbers) limit :most
                """)
                .param("numbers", Values.array(numbers))
                .param("most", MOST_PARTIES)
                .query(Traces::party)
                .list();
    }

    /** Parties with a name that has one of these keys, see {@link io.liasse.store.party.NameKeys}. */
    public List<KnownParty> named(Set<String> keys) {
        return sql.sql("""
                select p.id, p.kind, p.name, p.birth_date, n.key, p.name as value
                from party_name n join party p on p.id = n.party_id
                where n.key = any(:keys) limit :most
                """)
                .param("keys", Values.array(keys))
                .param("most", MOST_PARTIES)
                .query(Traces::party)
                .list();
    }

    private static KnownParty party(ResultSet row, int index) throws SQLException {
        return new KnownParty(
                new PartyId(Values.id(row, "id")),
                PartyKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getObject("birth_date", java.time.LocalDate.class),
                row.getString("key"),
                row.getString("value"));
    }

    /** The open cases of parties that have not too many. */
    public List<PartyCase> casesOf(Collection<PartyId> parties) {
        return sql.sql("""
                select p.id as party, c.id, c.year, c.number, c.title
                from unnest(cast(:parties as uuid[])) as p (id)
                cross join lateral (select case_id, count(*) over () as cases
                                    from (select distinct a.case_id from participant a join case_file f on f.id = a.case_id
                                          where a.party_id = p.id and a.until is null and f.state = 'OPEN'
                                          limit :most + 1) few) a
                join case_file c on c.id = a.case_id
                where a.cases <= :most
                """)
                .param("parties", Values.array(parties))
                .param("most", MOST_CASES)
                .query((row, index) -> new PartyCase(new PartyId(Values.id(row, "party")), openCase(row)))
                .list();
    }

    /** Which of these parties take part in which of these cases. */
    public List<PartyCase> taking(Collection<PartyId> parties, Collection<CaseId> cases) {
        return sql.sql("""
                select distinct a.party_id as party, c.id, c.year, c.number, c.title
                from participant a join case_file c on c.id = a.case_id
                where a.case_id = any(cast(:cases as uuid[])) and a.party_id = any(cast(:parties as uuid[]))
                  and a.until is null and c.state = 'OPEN'
                """)
                .param("parties", Values.array(parties))
                .param("cases", Values.array(cases))
                .query((row, index) -> new PartyCase(new PartyId(Values.id(row, "party")), openCase(row)))
                .list();
    }

    /**
     * What open cases wait for: from these parties, unless too many cases wait for one of them; and in these cases, from
     * these parties or from nobody in particular.
     */
    public List<AwaitedIn> awaited(Collection<PartyId> parties, Collection<CaseId> cases) {
        return sql.sql("""
                select a.party_id, a.type, a.what, c.id, c.year, c.number, c.title
                from (select w.id from unnest(cast(:parties as uuid[])) as p (id)
                      cross join lateral (select few.id, count(*) over () as waiting
                                          from (select o.id from awaited_document o join case_file f on f.id = o.case_id
                                                where o.party_id = p.id and o.state = 'OPEN' and f.state = 'OPEN'
                                                limit :most + 1) few) w
                      where w.waiting <= :most
                      union
                      select o.id from awaited_document o
                      where o.case_id = any(cast(:cases as uuid[])) and o.state = 'OPEN'
                        and (o.party_id = any(cast(:parties as uuid[])) or (o.party_id is null and o.type is not null))
                     ) open
                join awaited_document a on a.id = open.id
                join case_file c on c.id = a.case_id
                where c.state = 'OPEN'
                order by a.id limit :all
                """)
                .param("parties", Values.array(parties))
                .param("cases", Values.array(cases))
                .param("most", MOST_CASES)
                .param("all", MOST_PARTIES)
                .query((row, index) -> {
                    UUID party = Values.idOrNull(row, "party_id");
                    return new AwaitedIn(
                            party == null ? null : new PartyId(party),
                            row.getString("type"),
                            row.getString("what"),
                            openCase(row));
                })
                .list();
    }

    /** The open cases of the last documents in which one of these numbers stands, other than the document itself. */
    public List<NumberCase> casesWith(Set<String> numbers, DocumentId except) {
        return sql.sql("""
                select distinct n.number as token, c.id, c.year, c.number, c.title
                from unnest(:numbers) as n (number)
                cross join lateral (select d.case_id from document_trace t join document d on d.id = t.document_id
                                    where t.token = n.number and d.state = 'FILED' and d.trashed_at is null
                                      and d.id <> :except
                                    order by t.document_id desc limit :most) t
                join case_file c on c.id = t.case_id
                where c.state = 'OPEN'
                """)
                .param("numbers", Values.array(numbers))
                .param("except", except.value())
                .param("most", MOST_DOCUMENTS)
                .query((row, index) -> new NumberCase(row.getString("token"), openCase(row)))
                .list();
    }

    /** Those of these cases that are open. */
    public List<OpenCase> open(Collection<CaseId> cases) {
        return sql.sql("""
                select id, year, number, title from case_file
                where id = any(cast(:cases as uuid[])) and state = 'OPEN'
                """)
                .param("cases", Values.array(cases))
                .query((row, index) -> openCase(row))
                .list();
    }

    private static OpenCase openCase(ResultSet row) throws SQLException {
        return new OpenCase(
                new CaseId(Values.id(row, "id")),
                new CaseReference(row.getInt("year"), row.getInt("number")),
                row.getString("title"));
    }

    /** Remembers the numbers of a document: as soon as it is filed, they speak for its case. */
    public void keep(DocumentId document, Set<String> numbers) {
        sql.sql("delete from document_trace where document_id = :document")
                .param("document", document.value())
                .update();
        sql.sql(
                        "insert into document_trace (document_id, token) select :document, token from unnest(:tokens) as t (token)")
                .param("document", document.value())
                .param("tokens", Values.array(numbers))
                .update();
    }
}
