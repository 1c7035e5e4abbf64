package io.liasse.routes.hotfolder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code liasse.hot-folders[n].*}.
 *
 * @param hotFolders when not set, one: {@code liasse.home/hot}; an empty list is none
 */
@ConfigurationProperties("liasse")
record HotFolderSettings(@Nullable List<HotFolder> hotFolders) {
    /**
     * One folder.
     *
     * @param path made when absent; names of sub-folders are hints for filing
     * @param errors where goes what cannot be taken; {@code _errors} in the folder when not set
     * @param quiet how long a file must stay as it is before it is taken (an empty one ten times as long); longer than any
     *     pause its writer makes
     * @param interval between two looks
     */
    record HotFolder(
            Path path,
            @Nullable Path errors,
            @DefaultValue("2s") Duration quiet,
            @DefaultValue("500ms") Duration interval) {
        static HotFolder usual(Path path) {
            return new HotFolder(path, null, Duration.ofSeconds(2), Duration.ofMillis(500));
        }

        Path errorFolder() {
            return errors != null ? errors : path.resolve("_errors");
        }
    }
}
