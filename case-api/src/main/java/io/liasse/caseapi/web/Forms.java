package io.liasse.caseapi.web;

import io.liasse.store.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Forms as they arrive: one whose fields cannot even be bound (a text where parts are expected) is not there at all. */
public final class Forms {
    private Forms() {}

    /** The form, or a refusal of the request when nothing could be made of it. */
    public static <T> T readable(@Nullable T form) {
        if (form == null) {
            throw new InvalidInput("form", "has fields of another shape");
        }
        return form;
    }
}
