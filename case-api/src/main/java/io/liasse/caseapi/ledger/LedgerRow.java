package io.liasse.caseapi.ledger;

import io.liasse.caseapi.documents.Reason;
import io.liasse.store.document.DocumentState;
import io.liasse.store.item.Item;
import io.liasse.store.item.LedgerLine;
import org.jspecify.annotations.Nullable;

/** A line of the ledger as the page shows it; {@code reason} is why it failed. */
record LedgerRow(
        LedgerLine line, @Nullable Took took, @Nullable Reason reason) {
    static LedgerRow of(LedgerLine line) {
        Reason reason = line.documents().stream()
                .filter(each -> each.state() == DocumentState.FAILED || each.state() == DocumentState.QUARANTINED)
                .findFirst()
                .flatMap(each -> Reason.of(each.reason()))
                .orElse(null);
        return new LedgerRow(line, Took.between(line.item().receivedAt(), line.settledAt()), reason);
    }

    public Item item() {
        return line.item();
    }

    /** The first digits of the hash, enough to compare by eye. */
    public String shortHash() {
        return line.item().sha256().hex().substring(0, 12);
    }

    /** How many documents are not named. */
    public int others() {
        return line.visible() - line.documents().size();
    }

    public boolean failed() {
        return line.told() && line.item().state() == Item.State.FAILED;
    }

    /** The colour of the state. */
    public String tone() {
        return tone(line.item().state());
    }

    static String tone(Item.State state) {
        return switch (state) {
            case RECEIVED -> "tag-blue";
            case FAILED, QUARANTINED -> "tag-red";
            case NEEDS_PASSWORD, WAITING -> "tag-yellow";
            case DONE -> "tag-green";
            case TRASHED, DELETED -> "";
        };
    }
}
