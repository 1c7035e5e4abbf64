package io.liasse.search;

import io.liasse.store.access.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers questions under the rights of the viewer, which are part of the query itself. Thread-safe. */
@Component
public class Search {
    public Results find(Question question, Viewer viewer) {
        throw new UnsupportedOperationException(question + viewer.name());
    }

    /** Completion over references, titles and names the viewer may see; exact identifiers come from the database. */
    public List<Hit> suggest(String text, Viewer viewer, int limit) {
        throw new UnsupportedOperationException();
    }
}
