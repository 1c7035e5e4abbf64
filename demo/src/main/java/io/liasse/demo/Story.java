package io.liasse.demo;

import java.util.List;

/**
 * A case and what is done with it before the documents come.
 *
 * @param by user name of who opens it and does all that
 * @param phases those it goes through after its first, in order
 */
record Story(DemoCase opening, String by, List<String> phases, List<String> notes, boolean closed) {
    Story {
        phases = List.copyOf(phases);
        notes = List.copyOf(notes);
    }

    static Story of(DemoCase opening, String by) {
        return new Story(opening, by, List.of(), List.of(), false);
    }

    Story through(String... morePhases) {
        return new Story(opening, by, List.of(morePhases), notes, closed);
    }

    Story noted(String... moreNotes) {
        return new Story(opening, by, phases, List.of(moreNotes), closed);
    }

    Story andClosed() {
        return new Story(opening, by, phases, notes, true);
    }
}
