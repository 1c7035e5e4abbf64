package io.liasse.caseapi.documents;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentState;
import io.liasse.store.item.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document as lists show it, without content. */
public record DocumentLine(
        UUID id,
        UUID item,
        DocumentState state,
        @Nullable String reason,
        @JsonProperty("case") @Nullable String caseReference,
        @Nullable String type,
        String title,
        @Nullable LocalDate date,
        @Nullable String language,
        String mediaType,
        long size,
        @Nullable Integer pages,
        Channel channel,
        Instant receivedAt,
        @Nullable Instant filedAt) {
    public static DocumentLine of(Document document) {
        return new DocumentLine(
                document.id().value(),
                document.item().value(),
                document.state(),
                document.reason(),
                document.caseReference() == null
                        ? null
                        : document.caseReference().toString(),
                document.type(),
                document.title(),
                document.date(),
                document.language(),
                document.mediaType(),
                document.size(),
                document.pages(),
                document.channel(),
                document.receivedAt(),
                document.filedAt());
    }
}
