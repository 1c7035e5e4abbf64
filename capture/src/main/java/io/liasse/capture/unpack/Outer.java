package io.liasse.capture.unpack;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What kind of file others are inside of. */
public enum Outer {
    /** Attachments; pictures can stand in the text. */
    MAIL,
    /** A file that is nothing without the files in it. */
    ARCHIVE,
    /** Text with objects in it. */
    DOCUMENT;

    private static final Set<String> MAILS = Set.of(
            "message/rfc822",
            "message/x-emlx",
            "application/mbox",
            "application/vnd.ms-outlook",
            "application/vnd.ms-tnef",
            "application/pdf");

    private static final Set<String> ARCHIVES = Set.of(
            "application/zip",
            "application/x-tar",
            "application/x-gtar",
            "application/gzip",
            "application/x-bzip",
            "application/x-bzip2",
            "application/x-xz",
            "application/x-lzma",
            "application/zlib",
            "application/x-snappy-framed",
            "application/x-lz4",
            "application/zstd",
            "application/x-7z-compressed",
            "application/x-rar-compressed",
            "application/vnd.ms-outlook-pst",
            "application/x-cpio",
            "application/x-archive",
            "application/x-arj");

    /** By media type. */
    public static Outer of(String mediaType) {
        if (MAILS.contains(mediaType)) {
            return MAIL;
        }
        return ARCHIVES.contains(mediaType) ? ARCHIVE : DOCUMENT;
    }

    /** Files that operating systems leave in archives. */
    boolean hides(@Nullable String name) {
        return this == ARCHIVE
                && name != null
                && (name.startsWith("__MACOSX/")
                        || name.endsWith("/")
                        || name.endsWith(".DS_Store")
                        || name.endsWith("Thumbs.db"));
    }
}
