package io.liasse.store.party;

import io.liasse.store.database.Words;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A known party that may be the one meant, and what speaks for it. */
public record Likeness(Party party, Why why) {
    /** The strongest reason, the most telling first. */
    public enum Why {
        IDENTIFIER,
        NAME_AND_BIRTH,
        NAME,
        SOUND
    }

    static Why reason(Party known, NewParty meant) {
        if (known.identifiers().stream().anyMatch(each -> normalised(meant).contains(each.normalised()))) {
            return Why.IDENTIFIER;
        }
        boolean named = words(known.name()).containsAll(words(meant.name()));
        boolean born = meant.birthDate() != null && meant.birthDate().equals(known.birthDate());
        if (born) {
            return Why.NAME_AND_BIRTH;
        }
        return named ? Why.NAME : Why.SOUND;
    }

    private static List<String> normalised(NewParty meant) {
        return meant.identifiers().stream().map(PartyIdentifier::normalised).toList();
    }

    private static Set<String> words(String name) {
        return new HashSet<>(Arrays.asList(Words.of(name)));
    }
}
