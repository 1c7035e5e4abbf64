package io.liasse.store.database;

import java.nio.file.Path;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code liasse.home}: the folder that holds postgres/ objects/ index/ keys/ hot/; {@code ~/.liasse} when not set. */
@ConfigurationProperties("liasse")
public record DatabaseSettings(Path home) {
    public DatabaseSettings {
        home = Objects.requireNonNullElseGet(home, DatabaseSettings::usual).toAbsolutePath();
    }

    private static Path usual() {
        return Path.of(System.getProperty("user.home"), ".liasse");
    }

    /** The folder of that name in the home of this program; it need not exist yet. */
    public Path folder(String name) {
        return home.resolve(name);
    }
}
