package io.liasse.capture;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file to read.
 *
 * @param file the bytes; read only, never changed
 * @param name as the sender called it; helps detection, never used as a path
 * @param mediaTypeHint what the sender says it is
 * @param language fr, de, it, en where the sender knows; else found from the text
 * @param password for encrypted files
 * @param folder an empty folder for everything derived; the caller deletes it
 * @param upright whether a person has turned its pages as they belong, so that none is turned by how it reads
 */
public record ReadOrder(
        Path file,
        String name,
        @Nullable String mediaTypeHint,
        @Nullable String language,
        @Nullable String password,
        Path folder,
        boolean upright) {
    /** Of a file whose pages may lie as they came. */
    public ReadOrder(
            Path file,
            String name,
            @Nullable String mediaTypeHint,
            @Nullable String language,
            @Nullable String password,
            Path folder) {
        this(file, name, mediaTypeHint, language, password, folder, false);
    }
}
