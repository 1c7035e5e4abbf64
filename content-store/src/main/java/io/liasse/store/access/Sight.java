package io.liasse.store.access;

/**
 * What a viewer may see as part of a statement: relations to stand after {@code from}, with {@code :viewer} (the id of the
 * viewer) as their only parameter. Made by {@link AccessPolicy} only.
 *
 * @param cases the visible rows of the table of cases
 * @param documents the visible rows of the table of documents
 * @param wide whether most rows are visible, so that it is best to walk the list and leave out those that are not;
 *     otherwise it is best to begin at the few that are
 */
public record Sight(String cases, String documents, boolean wide) {}
