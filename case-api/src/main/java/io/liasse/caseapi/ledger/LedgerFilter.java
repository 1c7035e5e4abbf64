package io.liasse.caseapi.ledger;

import io.liasse.caseapi.web.Address;
import io.liasse.store.item.Channel;
import io.liasse.store.item.Item;
import io.liasse.store.item.ItemQuery;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** What the ledger is narrowed to; null means any. Days in the wrong order are put right. */
record LedgerFilter(
        Item.@Nullable State state,
        @Nullable Channel channel,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @Nullable String text) {
    static final LedgerFilter ALL = new LedgerFilter(null, null, null, null, null);

    public boolean isEmpty() {
        return state == null && channel == null && from == null && to == null && text == null;
    }

    public boolean failed() {
        return state == Item.State.FAILED;
    }

    ItemQuery query() {
        boolean crossed = from != null && to != null && to.isBefore(from);
        return crossed ? ItemQuery.of(state, channel, to, from, text) : ItemQuery.of(state, channel, from, to, text);
    }

    /** The address of the ledger so narrowed, from {@code cursor} on. */
    String url(@Nullable String cursor) {
        return Address.of("/ledger")
                .with("state", state)
                .with("channel", channel)
                .with("from", from)
                .with("to", to)
                .with("text", text)
                .with("cursor", cursor)
                .toString();
    }
}
