package io.liasse.search.lucene;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is put into the index. */
public sealed interface Entry {
    Key key();

    /** The words people know it by. */
    String title();

    /**
     * A document with its pages.
     *
     * @param words further words to find it by: file name, sender
     * @param by the user who posted it
     * @param tags ids of the tags it carries
     * @param day its date, or else the day it was received
     */
    record OfDocument(
            UUID id,
            @Nullable UUID caseId,
            @Nullable String reference,
            @Nullable String phase,
            String title,
            String words,
            @Nullable UUID by,
            @Nullable String type,
            @Nullable String language,
            LocalDate day,
            Instant moment,
            Set<UUID> tags,
            List<PageContent> pages)
            implements Entry {
        public OfDocument {
            tags = Set.copyOf(tags);
            pages = List.copyOf(pages);
        }

        @Override
        public Key key() {
            return new Key(Kind.DOCUMENT, id);
        }
    }

    /** A case; {@code words} are the names of those who take part, {@code tags} the ids of the tags it carries. */
    record OfCase(
            UUID id,
            String reference,
            String phase,
            String title,
            String words,
            String type,
            LocalDate day,
            Instant moment,
            Set<UUID> tags)
            implements Entry {
        public OfCase {
            tags = Set.copyOf(tags);
        }

        @Override
        public Key key() {
            return new Key(Kind.CASE, id);
        }
    }

    /** A person or organisation and the cases it takes part in; {@code words} are its identifiers and its place. */
    record OfPerson(UUID id, String title, String words, Set<UUID> cases) implements Entry {
        public OfPerson {
            cases = Set.copyOf(cases);
        }

        @Override
        public Key key() {
            return new Key(Kind.PERSON, id);
        }
    }

    /** The text of a page, {@code number} from 1. */
    record PageContent(int number, String text, @Nullable String language) {}
}
