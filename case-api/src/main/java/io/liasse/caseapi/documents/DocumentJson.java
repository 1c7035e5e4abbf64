package io.liasse.caseapi.documents;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liasse.store.document.Boundary;
import io.liasse.store.document.Box;
import io.liasse.store.document.Candidate;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Duplicate;
import io.liasse.store.document.Evidence;
import io.liasse.store.document.Field;
import io.liasse.store.document.PageHint;
import io.liasse.store.document.Signature;
import io.liasse.store.document.SignatureState;
import io.liasse.store.item.Channel;
import io.liasse.store.type.TypeProposal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document with everything known about it.
 *
 * @param reason why it failed or waits, as {@code key|argument|argument}
 * @param caseReference of the case it is filed in
 * @param pages null until read
 * @param sources only those the caller may see
 * @param made documents that were made of its pages, only those the caller may see
 * @param boundaries where other documents may begin in this one
 * @param hints what is wrong with its pages
 * @param proposedType what it probably is, while it has no type
 * @param duplicates documents that look the same, as far as the caller may see them
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
        @Nullable Instant modifiedAt,
        @Nullable Double confidence,
        List<FieldJson> fields,
        List<CandidateJson> candidates,
        List<PartJson> parts,
        List<SourceJson> sources,
        List<PartJson> made,
        List<BoundaryJson> boundaries,
        List<SignatureJson> signatures,
        List<HintJson> hints,
        @Nullable ProposedTypeJson proposedType,
        List<DuplicateJson> duplicates,
        long version) {
    /** Of which pages of another document it was made. */
    record SourceJson(UUID document, String pages) {
        static SourceJson of(Origin origin) {
            return new SourceJson(origin.source().value(), origin.pages());
        }
    }

    /** A page on which another document may begin, and why. */
    record BoundaryJson(int page, double score, List<String> reasons, boolean dismissed) {
        static BoundaryJson of(Boundary boundary) {
            return new BoundaryJson(boundary.page(), boundary.score(), boundary.reasons(), boundary.dismissed());
        }
    }

    /**
     * A value that was read; {@code page} from 1, {@code box} as fractions of the page from its top left.
     *
     * @param title what it is called, in the language of the request
     * @param label what the document itself calls it, where the name does not tell
     * @param note what is to be known of it, as {@code key|argument}; {@code differs|VALUE}: the page says VALUE
     */
    record FieldJson(
            String name,
            String title,
            String value,
            @Nullable Integer page,
            @Nullable BoxJson box,
            double confidence,
            @Nullable Boolean valid,
            @Nullable String label,
            @Nullable String note) {
        static FieldJson of(Field field, String title) {
            return new FieldJson(
                    field.name(),
                    title,
                    field.value(),
                    field.page(),
                    BoxJson.of(field.box()),
                    field.confidence(),
                    field.valid(),
                    field.label(),
                    field.note());
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

    /**
     * A signature that the original bears.
     *
     * @param signer as the certificate says; empty where that cannot be read
     * @param signedAt as the signature says
     * @param wholeFile whether it covers the file to its end
     */
    record SignatureJson(String signer, @Nullable Instant signedAt, boolean wholeFile, SignatureState state) {
        static SignatureJson of(Signature signature) {
            return new SignatureJson(signature.signer(), signature.at(), signature.whole(), signature.state());
        }
    }

    /** The type it probably has, 0 to 1, and the words that say so; {@code page} of the first place, from 1. */
    record ProposedTypeJson(String type, double confidence, List<WordJson> evidence) {
        static ProposedTypeJson of(TypeProposal proposal) {
            return new ProposedTypeJson(
                    proposal.type(),
                    proposal.confidence(),
                    proposal.evidence().stream()
                            .map(each -> new WordJson(each.word(), each.page()))
                            .toList());
        }
    }

    /** A word of the document and its page, null when it is on none. */
    record WordJson(String word, @Nullable Integer page) {}

    /**
     * A document that looks the same.
     *
     * @param kind {@code same-bytes} or {@code near}
     * @param similarity share of runs of three words in common, 0.8 to 1
     */
    record DuplicateJson(UUID id, String kind, double similarity) {
        static DuplicateJson of(Duplicate duplicate) {
            return new DuplicateJson(
                    duplicate.document().id().value(),
                    switch (duplicate.kind()) {
                        case SAME_BYTES -> "same-bytes";
                        case NEAR -> "near";
                    },
                    duplicate.similarity());
        }
    }

    static DocumentJson of(
            Document document,
            List<FieldJson> fields,
            List<Candidate> candidates,
            List<Document> parts,
            List<Origin> origins,
            List<Document> made,
            List<Boundary> boundaries,
            List<Signature> signatures,
            List<PageHint> hints,
            Optional<TypeProposal> proposedType,
            List<Duplicate> duplicates) {
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
                document.modifiedAt(),
                document.confidence(),
                fields,
                candidates.stream().map(CandidateJson::of).toList(),
                parts.stream().map(PartJson::of).toList(),
                origins.stream().map(SourceJson::of).toList(),
                made.stream().map(PartJson::of).toList(),
                boundaries.stream().map(BoundaryJson::of).toList(),
                signatures.stream().map(SignatureJson::of).toList(),
                hints.stream().map(HintJson::of).toList(),
                proposedType.map(ProposedTypeJson::of).orElse(null),
                duplicates.stream().map(DuplicateJson::of).toList(),
                document.version());
    }
}
