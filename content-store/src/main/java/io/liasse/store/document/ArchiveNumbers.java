package io.liasse.store.document;

import io.liasse.store.database.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers on labels of paper documents; each belongs to the document that was read with it first. */
final class ArchiveNumbers {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** Any constant: those who claim numbers do so one after the other, so that they never wait for each other in a ring. */
    private static final long TURN = 0x41534eL;

    private final JdbcClient sql;

    ArchiveNumbers(JdbcClient sql) {
        this.sql = sql;
    }

    /** Gives the document the numbers it was read with; a field whose number belongs to another comes back not valid. */
    List<Field> claim(DocumentId id, List<Field> fields) {
        sql.sql("delete from archive_number where document_id = :id")
                .param("id", id.value())
                .update();
        if (fields.stream().noneMatch(ArchiveNumbers::isNumber)) {
            return fields;
        }
        sql.sql("select pg_advisory_xact_lock(:turn)")
                .param("turn", TURN)
                .query()
                .rowSet();
        List<Field> claimed = new ArrayList<>();
        for (Field each : fields) {
            claimed.add(isNumber(each) ? checked(each, claim(id, Long.parseLong(each.value()))) : each);
        }
        return claimed;
    }

    /** Gives the document back the numbers it was read with, as far as no other has them now. */
    void claimAgain(DocumentId id) {
        sql.sql("""
                insert into archive_number (number, document_id)
                select cast(value as bigint), document_id from document_field
                where document_id = :id and not by_person and name = :name and value ~ '^[0-9]{1,18}$'
                on conflict do nothing
                """).param("id", id.value()).param("name", Field.ARCHIVE_NUMBER).update();
    }

    private static boolean isNumber(Field field) {
        return field.name().equals(Field.ARCHIVE_NUMBER)
                && NUMBER.matcher(field.value()).matches();
    }

    private static Field checked(Field field, boolean own) {
        return new Field(field.name(), field.value(), field.page(), field.box(), field.confidence(), own);
    }

    private boolean claim(DocumentId id, long number) {
        sql.sql("insert into archive_number (number, document_id) values (:number, :id) on conflict do nothing")
                .param("number", number)
                .param("id", id.value())
                .update();
        return holder(number).filter(id::equals).isPresent();
    }

    Optional<DocumentId> holder(long number) {
        return sql.sql("select document_id from archive_number where number = :number")
                .param("number", number)
                .query((row, index) -> new DocumentId(Values.id(row, "document_id")))
                .optional();
    }
}
