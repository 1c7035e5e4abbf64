package io.liasse.caseapi.documents;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liasse.store.document.Box;
import io.liasse.store.document.Candidate;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Evidence;
import io.liasse.store.document.Field;
import io.liasse.store.item.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document with everything known about it.
 *
 * @param reason why it failed or waits, as {@code key|argument|argument}
 * @param caseReference of the case it is filed in
 * @param pages null until read
 * @param confidence mean over the words that were recognised, 0 to 1; null where nothing was to recognise
 */
record DocumentJson(
        UUID id,
        UUID item,
        @Nullable UUID parent,
        DocumentState state,
        @Nullable String reason,
        @JsonProperty("case") @Nullable String caseReference,
        @Nullable String type,
        String title,
        String name,
        @Nullable LocalDate date,
        @Nullable String language,
        String mediaType,
        long size,
        String sha256,
        @Nullable Integer pages,
        Channel channel,
        @Nullable String sender,
        Instant receivedAt,
        @Nullable Instant readAt,
        @Nullable Instant filedAt,
        @Nullable Double confidence,
        List<FieldJson> fields,
        List<CandidateJson> candidates,
        List<PartJson> parts,
        long version) {
    /** A value that was read; {@code page} from 1, {@code box} as fractions of the page from its top left. */
    record FieldJson(
            String name,
            String value,
            @Nullable Integer page,
            @Nullable BoxJson box,
            double confidence,
            @Nullable Boolean valid) {
        static FieldJson of(Field field) {
            return new FieldJson(
                    field.name(),
                    field.value(),
                    field.page(),
                    BoxJson.of(field.box()),
                    field.confidence(),
                    field.valid());
        }
    }

    /** A rectangle as fractions of width and height, origin top left. */
    record BoxJson(double x, double y, double width, double height) {
        static @Nullable BoxJson of(@Nullable Box box) {
            return box == null ? null : new BoxJson(box.x(), box.y(), box.width(), box.height());
        }
    }

    /** A case proposed, best first; {@code score} 0 to 1. */
    record CandidateJson(
            @JsonProperty("case") String caseReference, String title, double score, List<EvidenceJson> evidence) {
        static CandidateJson of(Candidate candidate) {
            return new CandidateJson(
                    candidate.reference().toString(),
                    candidate.title(),
                    candidate.score(),
                    candidate.evidence().stream().map(EvidenceJson::of).toList());
        }
    }

    /** Why a case is proposed. */
    record EvidenceJson(String kind, String value, @Nullable Integer page) {
        static EvidenceJson of(Evidence evidence) {
            return new EvidenceJson(evidence.kind(), evidence.value(), evidence.page());
        }
    }

    /** A document that came out of this one. */
    record PartJson(UUID id, String name, DocumentState state, String mediaType, long size) {
        static PartJson of(Document part) {
            return new PartJson(part.id().value(), part.name(), part.state(), part.mediaType(), part.size());
        }
    }

    static DocumentJson of(Document document, List<Field> fields, List<Candidate> candidates, List<Document> parts) {
        return new DocumentJson(
                document.id().value(),
                document.item().value(),
                document.parent() == null ? null : document.parent().value(),
                document.state(),
                document.reason(),
                document.caseReference() == null
                        ? null
                        : document.caseReference().toString(),
                document.type(),
                document.title(),
                document.name(),
                document.date(),
                document.language(),
                document.mediaType(),
                document.size(),
                document.sha256().hex(),
                document.pages(),
                document.channel(),
                document.sender(),
                document.receivedAt(),
                document.readAt(),
                document.filedAt(),
                document.confidence(),
                fields.stream().map(FieldJson::of).toList(),
                candidates.stream().map(CandidateJson::of).toList(),
                parts.stream().map(PartJson::of).toList(),
                document.version());
    }
}
