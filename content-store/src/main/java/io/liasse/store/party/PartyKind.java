package io.liasse.store.party;

/** What a party is. */
public enum PartyKind {
    PERSON,
    ORGANISATION
}
