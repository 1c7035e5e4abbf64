package io.liasse.capture.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.liasse.capture.DivideOrder;
import io.liasse.capture.ReaderSettings;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server asks of a child. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "task")
@JsonSubTypes({
    @JsonSubTypes.Type(Task.Setup.class),
    @JsonSubTypes.Type(Task.Inspect.class),
    @JsonSubTypes.Type(Task.Glance.class),
    @JsonSubTypes.Type(Task.Page.class),
    @JsonSubTypes.Type(Task.Assemble.class),
    @JsonSubTypes.Type(Task.Divide.class),
    @JsonSubTypes.Type(Task.Forget.class)
})
public sealed interface Task {
    /** Comes first, once: the limits and the folder of language models. */
    record Setup(ReaderSettings settings, Path models) implements Task {}

    /** Look at a file and take out what is inside. */
    record Inspect(
            Path file,
            String name,
            @Nullable String mediaTypeHint,
            @Nullable String password,
            Path folder) implements Task {
        /** The same with a copy of the file that needs no password. */
        public Inspect opened(Path copy) {
            return new Inspect(copy, name, mediaTypeHint, null, folder);
        }
    }

    /**
     * Glance at one page that was just scanned: is it worth reading?
     *
     * @param number from 1
     */
    record Glance(Path file, int number, Path folder) implements Task {}

    /**
     * Read one page.
     *
     * @param number from 1
     * @param language code of the language to expect; null: find it
     * @param upright whether it is known to stand upright
     */
    record Page(Source source, int number, @Nullable String language, boolean upright) implements Task {
        /** One that may lie in any way. */
        public Page(Source source, int number, @Nullable String language) {
            this(source, number, language, false);
        }
    }

    /**
     * Make the renditions of the whole document out of its read pages.
     *
     * @param languages of the pages, in order; empty where unknown
     */
    record Assemble(Source source, int pages, List<Turned> turned, List<String> languages) implements Task {
        public Assemble {
            turned = List.copyOf(turned);
            languages = List.copyOf(languages);
        }

        /** Code of the language of a page, from 1; null where unknown. */
        public @Nullable String language(int page) {
            String language = page <= languages.size() ? languages.get(page - 1) : "";
            return language.isEmpty() ? null : language;
        }
    }

    /** Make documents out of pages of documents that were read. */
    record Divide(DivideOrder order) implements Task {}

    /** The document is done: close what is kept open for it. Answered like every task. */
    record Forget(Path folder) implements Task {}

    /** Where pages come from: a file, in one of three forms, and the folder for all that is derived. */
    record Source(Form form, Path file, @Nullable String password, Path folder) {}

    /** How pages are had. */
    enum Form {
        PDF,
        IMAGE,
        /** A PDF made from text by us; the exact text of its pages stands beside it. */
        TEXT
    }

    /** A page with recognised text: how far it must be turned clockwise, in degrees, to stand upright. */
    record Turned(int number, int degrees) {}
}
