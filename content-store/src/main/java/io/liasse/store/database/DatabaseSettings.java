package io.liasse.store.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code liasse.home}: the folder that holds postgres/ objects/ index/ keys/ hot/; {@code ~/.liasse} when not set. */
@ConfigurationProperties("liasse")
public record DatabaseSettings(@Nullable Path home) {
    /** The folder of that name in the home of this program; it need not exist yet. */
    public Path folder(String name) {
        return root().resolve(name);
    }

    private Path root() {
        return (home != null ? home : Path.of(System.getProperty("user.home"), ".liasse")).toAbsolutePath();
    }
}
