package io.liasse.store.quality;

import io.liasse.store.InvalidInput;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What a person says of a document that the program filed: that all is right, or what is wrong; or neither can be told. */
public record Verdict(Kind kind, Set<Wrong> wrong) {
    public enum Kind {
        RIGHT,
        WRONG,
        UNSURE
    }

    /** What can be wrong. */
    public enum Wrong {
        CASE,
        TYPE,
        FIELD
    }

    public Verdict {
        wrong = Set.copyOf(wrong);
        if ((kind == Kind.WRONG) == wrong.isEmpty()) {
            throw new InvalidInput("wrong", "names what is wrong, and only then");
        }
    }

    public static Verdict right() {
        return new Verdict(Kind.RIGHT, Set.of());
    }

    public static Verdict unsure() {
        return new Verdict(Kind.UNSURE, Set.of());
    }

    public static Verdict wrong(Collection<Wrong> wrong) {
        return new Verdict(Kind.WRONG, wrong.isEmpty() ? Set.of() : EnumSet.copyOf(wrong));
    }
}
