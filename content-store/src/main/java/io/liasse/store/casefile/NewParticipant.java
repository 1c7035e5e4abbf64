package io.liasse.store.casefile;

import io.liasse.store.party.PartyId;

/** A party to be made a participant. {@code role} is a key such as client, representative, physician, insurer, employer. */
public record NewParticipant(PartyId party, String role) {}
