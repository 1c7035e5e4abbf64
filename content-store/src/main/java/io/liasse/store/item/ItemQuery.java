package io.liasse.store.item;

import io.liasse.store.InvalidInput;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the ledger; null means any.
 *
 * @param from first day, where the program runs
 * @param to last day
 * @param text beginnings of words of name and sender, all of them wanted
 */
public record ItemQuery(
        Item.@Nullable State state,
        @Nullable Channel channel,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String text) {
    public static final ItemQuery ALL = new ItemQuery(null, null, null, null, null);

    public ItemQuery {
        if (from != null && to != null && to.isBefore(from)) {
            throw new InvalidInput("to", "is before the first day");
        }
    }

    public static ItemQuery of(
            Item.@Nullable State state,
            @Nullable Channel channel,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String text) {
        return new ItemQuery(state, channel, from, to, text);
    }

    public static ItemQuery of(Item.State state) {
        return new ItemQuery(state, null, null, null, null);
    }
}
