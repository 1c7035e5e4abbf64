package io.liasse.routes.filing;

import io.liasse.store.document.Candidate;
import java.util.List;

/** What filing makes of a document. */
sealed interface FilingDecision {
    /** The cases that come into question. */
    default List<Candidate> candidates() {
        return switch (this) {
            case FileIn(var _, var all) -> all;
            case AskClerk(var candidates, var _) -> candidates;
        };
    }

    /** The evidence suffices: into the case of the chosen candidate. */
    record FileIn(Candidate chosen, List<Candidate> all) implements FilingDecision {
        public FileIn {
            all = List.copyOf(all);
        }
    }

    /** A person decides; {@code reason} is {@code key|arg|arg}. */
    record AskClerk(List<Candidate> candidates, String reason) implements FilingDecision {
        public AskClerk {
            candidates = List.copyOf(candidates);
        }
    }
}
