package io.liasse.routes.reading;

import java.util.List;

/**
 * Which documents a person wants out of the pages of some that were read. One out of one is a version of it.
 *
 * @param sources ids; the job is of the first
 * @param documents pages of each, in their order
 * @param user id of who ordered it
 * @param name of who ordered it
 */
public record Arrangement(List<String> sources, List<List<Sheet>> documents, String user, String name) {
    /**
     * A page.
     *
     * @param source which, from 0
     * @param page from 1
     * @param turn clockwise in degrees: 0, 90, 180 or 270
     */
    public record Sheet(int source, int page, int turn) {}

    public Arrangement {
        sources = List.copyOf(sources);
        documents = documents.stream().map(List::copyOf).toList();
    }

    /** Whether it makes a version, and no other document. */
    public boolean edits() {
        return sources.size() == 1 && documents.size() == 1;
    }
}
