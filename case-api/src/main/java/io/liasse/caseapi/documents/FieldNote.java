package io.liasse.caseapi.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be known of a value, taken apart so that a page can say it in the reader's language. */
public record FieldNote(String key, List<String> arguments) {
    /** Every note that has a text {@code field.note.<key>}. */
    static final Set<String> KNOWN = Set.of("differs", "not-printed", "ambiguous", "corrected", "filled");

    public FieldNote {
        arguments = List.copyOf(arguments);
    }

    /** Reads the written form {@code key|arg|arg}; empty when there is none or it is not known. */
    static Optional<FieldNote> of(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        List<String> pieces = Arrays.asList(written.split("\\|", -1));
        return Optional.of(new FieldNote(pieces.getFirst(), pieces.subList(1, pieces.size())))
                .filter(note -> KNOWN.contains(note.key()));
    }

    public String messageKey() {
        return "field.note." + key;
    }

    /** What the text of {@link #messageKey} is filled with. */
    public Object[] messageArguments() {
        return arguments.toArray();
    }

    /** Whether the page says something else than the code or the data of the invoice. */
    public boolean disagrees() {
        return key.equals("differs");
    }
}
