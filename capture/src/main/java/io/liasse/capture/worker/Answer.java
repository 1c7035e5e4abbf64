package io.liasse.capture.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.liasse.capture.Dividing;
import io.liasse.capture.Reading;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a child answers to a {@link Task}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
@JsonSubTypes({
    @JsonSubTypes.Type(Answer.Done.class),
    @JsonSubTypes.Type(Answer.Inspected.class),
    @JsonSubTypes.Type(Answer.Glanced.class),
    @JsonSubTypes.Type(Answer.PageRead.class),
    @JsonSubTypes.Type(Answer.Assembled.class),
    @JsonSubTypes.Type(Answer.Divided.class),
    @JsonSubTypes.Type(Answer.Unsupported.class),
    @JsonSubTypes.Type(Answer.NeedsPassword.class),
    @JsonSubTypes.Type(Answer.Failed.class)
})
public sealed interface Answer {
    /** Nothing to tell. */
    record Done() implements Answer {}

    /**
     * The first look. {@code pages} can be 0 where a file only holds other files.
     *
     * @param scanner what made the file, as it says, should its pages turn out to be scanned
     */
    record Inspected(
            String mediaType,
            @Nullable String title,
            @Nullable LocalDate date,
            @Nullable String scanner,
            Task.Form form,
            Path pagesFrom,
            int pages,
            List<Reading.Part> parts,
            List<Reading.Signature> signatures)
            implements Answer {
        public Inspected {
            parts = List.copyOf(parts);
            signatures = List.copyOf(signatures);
        }
    }

    /**
     * A glance at a page.
     *
     * @param pages of the file; 0 where it is no scan
     * @param hints null where this page is none
     */
    record Glanced(int pages, @Nullable Set<Reading.Hint> hints) implements Answer {}

    /** A read page, with the pictures made of it and how far it must be turned clockwise to stand upright. */
    record PageRead(Reading.ReadPage page, List<Reading.Derived> pictures, int turn) implements Answer {
        public PageRead {
            pictures = List.copyOf(pictures);
        }
    }

    /**
     * The renditions of the whole document, and what only the whole tells.
     *
     * @param date that its pages or its data say it bears
     * @param fields of pages whose fields change by what stands on others; page 0: of the file itself
     */
    record Assembled(
            List<Reading.Derived> renditions, @Nullable LocalDate date, List<FieldsOf> fields) implements Answer {
        public Assembled {
            renditions = List.copyOf(renditions);
            fields = List.copyOf(fields);
        }
    }

    /** All fields of one page. */
    record FieldsOf(int page, List<Reading.FoundField> fields) {
        public FieldsOf {
            fields = List.copyOf(fields);
        }
    }

    /** Nothing here can read this kind of file; the package that would, where one is missing. */
    record Unsupported(String mediaType, @Nullable String missing) implements Answer {}

    /** The documents made of pages, as ordered. */
    record Divided(List<Dividing.Piece> pieces) implements Answer {
        public Divided {
            pieces = List.copyOf(pieces);
        }
    }

    /** It is encrypted, and no password or a wrong one was given. */
    record NeedsPassword(String mediaType) implements Answer {}

    /** The task failed, in the child or by ending it. The detail never holds words of the document. */
    record Failed(@Nullable String mediaType, Reading.Cause cause, String detail) implements Answer {}
}
