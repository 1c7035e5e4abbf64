package io.liasse.caseapi.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One phase of a case as the stepper shows it.
 *
 * @param number from 1
 * @param since when the case last entered it; null when it has not, or before that was recorded
 */
public record PhaseStep(
        String phase,
        int number,
        Standing standing,
        @Nullable Instant since) {
    /** Where the case stands to the phase. */
    public enum Standing {
        PAST,
        PRESENT,
        AHEAD
    }

    static List<PhaseStep> of(List<String> phases, String present, Map<String, Instant> entered) {
        int at = phases.indexOf(present);
        List<PhaseStep> steps = new ArrayList<>();
        for (int number = 0; number < phases.size(); number++) {
            String phase = phases.get(number);
            Standing standing = standing(number, at);
            Instant since = standing == Standing.AHEAD ? null : entered.get(phase);
            steps.add(new PhaseStep(phase, number + 1, standing, since));
        }
        return steps;
    }

    private static Standing standing(int number, int present) {
        if (number == present) {
            return Standing.PRESENT;
        }
        return number < present ? Standing.PAST : Standing.AHEAD;
    }
}
