package io.liasse.store.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderObjectStoreTest extends ObjectStoreContract {
    @TempDir
    Path folder;

    private ObjectStore store;

    @BeforeEach
    void openFolder() {
        store = new FolderObjectStore(folder);
    }

    @Override
    ObjectStore store() {
        return store;
    }

    @Override
    void alter(Sha256 hash, byte[] replacement) throws Exception {
        Files.write(place(hash), replacement);
    }

    private Path place(Sha256 hash) {
        return folder.resolve(hash.hex().substring(0, 2))
                .resolve(hash.hex().substring(2, 4))
                .resolve(hash.hex());
    }

    @Test
    void failsWithoutATraceWhenItCannotWrite() throws Exception {
        byte[] bytes = random(100);
        Path inTheWay = folder.resolve(digest(bytes).hex().substring(0, 2));
        Files.writeString(inTheWay, "a file where a folder must be");
        assertThatThrownBy(() -> put(bytes)).isInstanceOf(ObjectStoreFailure.class);
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
        Files.delete(inTheWay);
        assertThat(put(bytes).hash()).isEqualTo(digest(bytes));
    }

    @Test
    void removesWhatAKilledProgramLeftUnderWay() throws Exception {
        Path leftover = Files.writeString(folder.resolve("incoming").resolve("half"), "half");
        store = new FolderObjectStore(folder);
        assertThat(leftover).doesNotExist();
        assertThat(store.put(new ByteArrayInputStream(new byte[1])).size()).isEqualTo(1);
    }

    @Test
    void noticesAnObjectThatWasCutShort() throws Exception {
        byte[] bytes = random(1000);
        Sha256 hash = put(bytes).hash();
        Files.write(place(hash), java.util.Arrays.copyOf(bytes, 500));
        assertThatThrownBy(() -> read(store.open(hash))).isInstanceOf(ObjectStoreFailure.class);
    }
}
