package io.liasse.routes.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.store.database.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordSealTest {
    @TempDir
    Path home;

    @Test
    void opensWhatItSealedAlsoAfterARestart() {
        String sealed = seal(home).seal("Geheimes Wort 漢", "document");
        assertThat(sealed).doesNotContain("Geheim");
        assertThat(seal(home).open(sealed, "document")).contains("Geheimes Wort 漢");
    }

    @Test
    void sealsTheSameTwiceDifferently() {
        assertThat(seal(home).seal("a", "document")).isNotEqualTo(seal(home).seal("a", "document"));
    }

    @Test
    void doesNotOpenWithAnotherKeyOrForAnotherDocument() {
        String sealed = seal(home).seal("secret", "document");
        assertThat(seal(home.resolve("other")).open(sealed, "document")).isEmpty();
        assertThat(seal(home).open(sealed, "another")).isEmpty();
    }

    @Test
    void keepsTheKeyForItsOwnerOnly() throws IOException {
        seal(home).seal("secret", "document");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("keys/queue"))))
                .isEqualTo("rw-------");
        assertThat(home.resolve("keys")).isDirectoryContaining("glob:**queue").isDirectoryNotContaining("glob:**.new");
    }

    private static PasswordSeal seal(Path home) {
        return new PasswordSeal(new DatabaseSettings(home));
    }
}
