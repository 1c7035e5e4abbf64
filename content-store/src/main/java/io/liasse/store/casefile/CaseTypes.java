package io.liasse.store.casefile;

import java.util.List;
import org.springframework.stereotype.Component;

/** The case types there are, with their phases in order. Texts for the keys are in the message files of the screens. */
@Component
public class CaseTypes {
    /** A kind of case. {@code key} and phases are lower-case words with hyphens. */
    public record CaseType(String key, List<String> phases) {
        public CaseType {
            phases = List.copyOf(phases);
        }
    }

    private static final List<String> STANDARD =
            List.of("intake", "assessment", "planning", "implementation", "evaluation");
    private static final List<String> SHORT = List.of("intake", "assessment", "implementation", "evaluation");

    public List<CaseType> all() {
        return List.of(
                new CaseType("case-management", STANDARD),
                new CaseType("complaint", SHORT),
                new CaseType("application", SHORT),
                new CaseType("incident", SHORT),
                new CaseType("audit", SHORT));
    }
}
