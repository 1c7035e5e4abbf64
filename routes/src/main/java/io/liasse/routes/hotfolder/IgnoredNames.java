package io.liasse.routes.hotfolder;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Names that programs give to files they have not finished, and files that systems leave about. */
final class IgnoredNames {
    private static final Set<String> ENDINGS =
            Set.of(".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".filepart", ".swp");
    private static final Set<String> NAMES = Set.of("thumbs.db", "desktop.ini");

    private IgnoredNames() {}

    static boolean ignores(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.startsWith(".")
                || name.startsWith("~")
                || name.endsWith("~")
                || NAMES.contains(name)
                || ENDINGS.stream().anyMatch(name::endsWith);
    }
}
