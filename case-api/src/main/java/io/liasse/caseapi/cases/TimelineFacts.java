package io.liasse.caseapi.cases;

import io.liasse.caseapi.cases.TimelineEntry.Fact;
import io.liasse.store.journal.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Picks from the details of an entry those that say something to people, with the keys of their texts. */
@Component
final class TimelineFacts {
    /** Details shown, with the prefix of the message key of their values; empty where the value speaks for itself. */
    private static final Map<String, String> SHOWN = Map.of(
            "title",
            "",
            "phase",
            "phase.",
            "state",
            "state.case.",
            "role",
            "role.participant.",
            "right",
            "right.",
            "type",
            "type.document.",
            "reason",
            "");

    private static final List<String> ORDER = List.of("title", "type", "phase", "state", "role", "right");

    List<Fact> of(JournalEntry entry) {
        return ORDER.stream().flatMap(name -> fact(name, entry)).toList();
    }

    private static Stream<Fact> fact(String name, JournalEntry entry) {
        String value = entry.details().get(name);
        if (value == null) {
            return Stream.empty();
        }
        String prefix = SHOWN.getOrDefault(name, "");
        return Stream.of(new Fact(name, value, prefix.isEmpty() ? null : prefix + value));
    }
}
