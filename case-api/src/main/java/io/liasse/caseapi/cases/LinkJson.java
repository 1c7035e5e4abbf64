package io.liasse.caseapi.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liasse.store.casefile.CaseLink;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.casefile.LinkKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link of a case; {@code case} is the reference of the other one, {@code kind} said from this one. */
record LinkJson(
        UUID id,
        @JsonProperty("case") String other,
        String title,
        String type,
        CaseState state,
        LinkKind kind,
        @Nullable String note,
        String by,
        Instant at) {
    static LinkJson of(CaseLink link) {
        return new LinkJson(
                link.id().value(),
                link.other().reference().toString(),
                link.other().title(),
                link.other().type(),
                link.other().state(),
                link.kind(),
                link.note(),
                link.by(),
                link.at());
    }
}
