package io.liasse.capture.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.liasse.capture.Reading;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a child answers to a {@link Task}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
@JsonSubTypes({
    @JsonSubTypes.Type(Answer.Done.class),
    @JsonSubTypes.Type(Answer.Inspected.class),
    @JsonSubTypes.Type(Answer.PageRead.class),
    @JsonSubTypes.Type(Answer.Assembled.class),
    @JsonSubTypes.Type(Answer.Unsupported.class),
    @JsonSubTypes.Type(Answer.NeedsPassword.class),
    @JsonSubTypes.Type(Answer.Failed.class)
})
public sealed interface Answer {
    /** Nothing to tell. */
    record Done() implements Answer {}

    /** The first look. {@code pages} can be 0 where a file only holds other files. */
    record Inspected(
            String mediaType,
            @Nullable String title,
            @Nullable LocalDate date,
            Task.Form form,
            Path pagesFrom,
            int pages,
            List<Reading.Part> parts)
            implements Answer {
        public Inspected {
            parts = List.copyOf(parts);
        }
    }

    /** A read page, with the pictures made of it and how far it must be turned clockwise to stand upright. */
    record PageRead(Reading.ReadPage page, List<Reading.Derived> pictures, int turn) implements Answer {
        public PageRead {
            pictures = List.copyOf(pictures);
        }
    }

    /** The renditions of the whole document. */
    record Assembled(List<Reading.Derived> renditions) implements Answer {
        public Assembled {
            renditions = List.copyOf(renditions);
        }
    }

    /** Nothing here can read this kind of file. */
    record Unsupported(String mediaType) implements Answer {}

    /** It is encrypted, and no password or a wrong one was given. */
    record NeedsPassword(String mediaType) implements Answer {}

    /** The task failed, in the child or by ending it. The detail never holds words of the document. */
    record Failed(@Nullable String mediaType, Reading.Cause cause, String detail) implements Answer {}
}
