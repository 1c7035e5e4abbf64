package io.liasse.caseapi.searching;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liasse.search.Hit;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One hit; {@code page} from 1, of documents only; {@code snippet} is HTML with mark elements, all else escaped; of people
 * it tells place and numbers, and {@code date} the day of birth.
 */
record HitJson(
        Hit.Kind kind,
        UUID id,
        @JsonProperty("case") @Nullable String caseReference,
        @Nullable String caseTitle,
        String title,
        String snippet,
        @Nullable Integer page,
        @Nullable String type,
        @Nullable LocalDate date,
        @Nullable String language,
        double score) {
    static HitJson of(Hit hit) {
        return new HitJson(
                hit.kind(),
                hit.id(),
                hit.caseReference() == null ? null : hit.caseReference().toString(),
                hit.caseTitle(),
                hit.title(),
                hit.snippet(),
                hit.page(),
                hit.type(),
                hit.date(),
                hit.language(),
                hit.score());
    }
}
