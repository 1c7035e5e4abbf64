package io.liasse.store.casefile;

/**
 * A case in which the client of another takes part now.
 *
 * @param name of that client
 * @param role in this case
 */
public record SharedPerson(CaseFile file, String name, String role) {}
