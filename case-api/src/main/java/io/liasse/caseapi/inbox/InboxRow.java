package io.liasse.caseapi.inbox;

import io.liasse.caseapi.documents.Reason;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.InboxMark;
import io.liasse.store.item.Channel;
import org.jspecify.annotations.Nullable;

/** One waiting document in the list: what it is called, whence it came, and in few words why it waits. */
record InboxRow(
        DocumentId id,
        String title,
        Channel channel,
        @Nullable String sender,
        @Nullable Integer pages,
        DocumentState state,
        @Nullable String reasonKey,
        Age age,
        InboxMark mark) {
    static InboxRow of(Document document, Age age, InboxMark mark) {
        return new InboxRow(
                document.id(),
                document.title(),
                document.channel(),
                document.sender(),
                document.pages(),
                document.state(),
                Reason.of(document.reason()).map(Reason::shortKey).orElse(null),
                age,
                mark);
    }

    /** The picture that stands for it. */
    public String icon() {
        return switch (state) {
            case NEEDS_PASSWORD -> "lock";
            case FAILED, QUARANTINED -> "alert-triangle";
            case RECEIVED, READING, INBOX, FILED, DIVIDED, NOT_OURS ->
                switch (channel) {
                    case HOT_FOLDER -> "scan";
                    case MAIL -> "mail";
                    case REST -> "api";
                    case UPLOAD -> "upload";
                    case NOTE -> "phone";
                };
        };
    }

    /** How urgently it looks: {@code poor} for what nobody could read, {@code fair} for what wants a decision. */
    public String tone() {
        return switch (state) {
            case FAILED, NEEDS_PASSWORD, QUARANTINED -> "poor";
            case RECEIVED, READING, INBOX, FILED, DIVIDED, NOT_OURS -> "fair";
        };
    }
}
