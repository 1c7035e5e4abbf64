package io.liasse.store.filing;

import io.liasse.store.party.PartyId;
import io.liasse.store.party.PartyKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A party that something in a document points to.
 *
 * @param key the folded number, or the key of the name, by which it was found
 * @param value the number as the register has it; the name where it was found by its name
 */
public record KnownParty(
        PartyId party,
        PartyKind kind,
        String name,
        @Nullable LocalDate birthDate,
        String key,
        String value) {}
