package io.liasse.store.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A select statement that grows by the conditions which apply, so that each combination has a plan of its own. Values are
 * always parameters. Not thread-safe.
 */
public final class Select {
    private final StringBuilder text;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private String next = " where ";

    private Select(String text) {
        this.text = new StringBuilder(text);
    }

    /** {@code text} ends before {@code where}. */
    public static Select from(String text) {
        return new Select(text);
    }

    /** Adds a condition. */
    public Select where(String condition) {
        text.append(next).append('(').append(condition).append(')');
        next = " and ";
        return this;
    }

    /** Adds a condition with its one parameter, when there is a value. */
    public Select where(String condition, String name, @Nullable Object value) {
        return value == null ? this : where(condition).with(name, value);
    }

    public Select with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** A parameter that stands in the text only when there is a value. */
    public Select withOrNot(String name, @Nullable Object value) {
        return value == null ? this : with(name, value);
    }

    /** Adds the limit as a number in the text: with a parameter the planner would prepare for many rows. */
    public Select limit(int limit) {
        return then("limit " + limit);
    }

    /** Adds what stands after the conditions. */
    public Select then(String rest) {
        text.append(' ').append(rest);
        return this;
    }

    public <T> List<T> list(JdbcClient sql, RowMapper<T> rows) {
        return sql.sql(text.toString()).params(values).query(rows).list();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
