package io.liasse.caseapi.status;

import io.liasse.caseapi.security.OnlyFor;
import io.liasse.search.Indexer;
import io.liasse.store.access.Role;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/index}: how the index of this node stands, and making it anew. */
@RestController
@RequestMapping("/api/v1/index")
@OnlyFor(Role.ADMINISTRATOR)
final class IndexController {
    private final Indexer indexer;

    IndexController(Indexer indexer) {
        this.indexer = indexer;
    }

    /** {@code rebuilding} from 0 to 1, null when it is not; {@code upTo} the time of the last entry taken in. */
    record IndexJson(
            long entries,
            @Nullable Double rebuilding,
            @Nullable Instant upTo) {
        static IndexJson of(Indexer.Status status) {
            return new IndexJson(status.entries(), status.rebuilding(), status.upTo());
        }
    }

    @Operation(summary = "How the index stands")
    @GetMapping
    IndexJson get() {
        return IndexJson.of(indexer.status());
    }

    @Operation(summary = "Makes the index anew", description = "Searching goes on meanwhile.")
    @PostMapping("/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    IndexJson rebuild() {
        indexer.rebuild();
        return IndexJson.of(indexer.status());
    }
}
