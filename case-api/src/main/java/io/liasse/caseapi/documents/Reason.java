package io.liasse.caseapi.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a document failed or waits, taken apart so that a page can say it in the reader's language. */
public record Reason(String key, List<String> arguments) {
    /** Every reason that has a text {@code reason.<key>} of its own. */
    static final Set<String> KNOWN = Set.of(
            "unsupported",
            "program-missing",
            "needs-password",
            "wrong-password",
            "virus",
            "too-large-to-scan",
            "scanner-away",
            "empty",
            "damaged",
            "too-many-pages",
            "too-many-pixels",
            "too-many-parts",
            "too-large-unpacked",
            "too-deep",
            "out-of-memory",
            "out-of-time",
            "crashed",
            "internal",
            "no-evidence",
            "several-references",
            "identifiers-disagree",
            "not-sure",
            "still-learning",
            "taken-back",
            "rule",
            "rule-disagrees",
            "unknown-reference",
            "case-closed",
            "not-allowed",
            "only-sheets",
            "not-divided",
            "pages-not-edited",
            "archive-number-taken",
            "undivided",
            "several-documents",
            "not-ours-misdirected",
            "not-ours-advertising",
            "not-ours-duplicate",
            "not-ours-other");

    public Reason {
        arguments = List.copyOf(arguments);
    }

    /** Reads the written form {@code key|arg|arg}; empty when there is none. */
    public static Optional<Reason> of(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        List<String> pieces = Arrays.asList(written.split("\\|", -1));
        return Optional.of(new Reason(pieces.getFirst(), pieces.subList(1, pieces.size())));
    }

    public String messageKey() {
        return "reason." + (KNOWN.contains(key) ? key : "other");
    }

    /** What the text of {@link #messageKey} is filled with. */
    public Object[] messageArguments() {
        return KNOWN.contains(key) ? arguments.toArray() : new Object[] {key};
    }

    /** The text of few words for a list, {@code reason.short.<key>}. */
    public String shortKey() {
        return "reason.short." + (KNOWN.contains(key) ? key : "other");
    }
}
