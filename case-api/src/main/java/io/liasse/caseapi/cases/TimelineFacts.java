package io.liasse.caseapi.cases;

import io.liasse.caseapi.cases.TimelineEntry.Fact;
import io.liasse.caseapi.cases.TimelineEntry.Term;
import io.liasse.store.access.User;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Users;
import io.liasse.store.journal.JournalEntry;
import io.liasse.store.party.Parties;
import io.liasse.store.party.Party;
import io.liasse.store.party.PartyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Picks from the details of an entry those that say something to people: values with the keys of their texts, names
 * instead of ids. What cannot be named is left out. Thread-safe.
 */
@Component
final class TimelineFacts {
    /** Beginnings of the message keys of values; empty where the value speaks for itself. */
    private static final Map<String, String> TERMS = Map.of(
            "title", "",
            "phase", "phase.",
            "sealed", "cases.sealed.",
            "role", "role.participant.",
            "right", "right.",
            "evidence", "cases.evidence.",
            "attained", "plan.attained.",
            "direction", "telephone.direction.",
            "link", "link.kind.",
            "reason", "");

    private static final List<String> ORDER = List.of(
            "party",
            "direction",
            "user",
            "manager",
            "title",
            "phase",
            "sealed",
            "role",
            "right",
            "evidence",
            "awaited",
            "link",
            "consent",
            "disclosed",
            "goal",
            "measure",
            "value",
            "attained",
            "planVersion",
            "task",
            "cost",
            "amount",
            "budget");

    private final Parties parties;
    private final Users users;

    TimelineFacts(Parties parties, Users users) {
        this.parties = parties;
        this.users = users;
    }

    List<Fact> of(JournalEntry entry) {
        return ORDER.stream().flatMap(name -> fact(name, entry.details())).toList();
    }

    private Stream<Fact> fact(String name, Map<String, String> details) {
        Term before = term(name, details.get(name + "Before")).orElse(null);
        return term(name, details.get(name)).map(after -> new Fact(name, after, before)).stream();
    }

    private Optional<Term> term(String name, @Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        return switch (name) {
            case "party" -> id(value).flatMap(this::partyName).map(Term::plain);
            case "user", "manager" -> id(value).flatMap(this::userName).map(Term::plain);
            default -> Optional.of(new Term(value, key(name, value)));
        };
    }

    private static @Nullable String key(String name, String value) {
        String beginning = TERMS.getOrDefault(name, "");
        return beginning.isEmpty() ? null : beginning + value;
    }

    private Optional<String> partyName(UUID id) {
        PartyId party = new PartyId(id);
        return Optional.ofNullable(parties.findAll(List.of(party)).get(party)).map(Party::name);
    }

    private Optional<String> userName(UUID id) {
        return users.find(new UserId(id)).map(User::displayName);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
