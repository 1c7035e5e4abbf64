package io.liasse.caseapi.quality;

import io.liasse.store.InvalidInput;
import java.util.List;

/** The periods that figures are told for. */
final class Days {
    static final String USUAL = "30";
    static final List<Integer> OFFERED = List.of(7, 30, 90, 365);

    private Days() {}

    static int checked(int days) {
        if (!OFFERED.contains(days)) {
            throw new InvalidInput("days", "must be 7, 30, 90 or 365");
        }
        return days;
    }
}
