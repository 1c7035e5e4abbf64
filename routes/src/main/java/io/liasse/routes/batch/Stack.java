package io.liasse.routes.batch;

import java.util.List;

/** What the codes on its pages make of a file. */
public sealed interface Stack {
    /** One document; the section says what labels on it say. */
    record Whole(Section section) implements Stack {}

    /** Several documents, or one without the sheets around it. */
    record Sections(List<Section> sections) implements Stack {
        public Sections {
            sections = List.copyOf(sections);
        }
    }

    /** Sheets only, and nothing between them. */
    record OnlySheets() implements Stack {}
}
