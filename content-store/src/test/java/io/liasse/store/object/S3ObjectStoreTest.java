package io.liasse.store.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3ObjectStoreTest extends ObjectStoreContract {
    private static S3Server server;

    @TempDir
    Path spool;

    private ObjectStore store;

    @BeforeAll
    static void startServer() throws Exception {
        server = S3Server.start();
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.close();
    }

    @BeforeEach
    void connect() {
        store = new S3ObjectStore(server.settings(), spool);
    }

    @Override
    ObjectStore store() {
        return store;
    }

    @Override
    void alter(Sha256 hash, byte[] replacement) throws Exception {
        ObjectStoreSettings.S3 settings = server.settings();
        try (MinioClient client = MinioClient.builder()
                .endpoint(settings.endpoint())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .build()) {
            client.putObject(PutObjectArgs.builder()
                    .bucket(settings.bucket())
                    .object(hash.hex())
                    .data(replacement, replacement.length)
                    .build());
        }
    }

    @Test
    void keepsALargeObjectInSeveralParts() throws Exception {
        byte[] bytes = random(12_000_000);
        assertThat(read(store.open(put(bytes).hash()))).isEqualTo(bytes);
        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void failsWhileTheServerIsDownAndWorksAgainAfterwards() throws Exception {
        byte[] bytes = random(5000);
        Sha256 hash = put(bytes).hash();
        server.stop();
        assertThatThrownBy(() -> put(random(10))).isInstanceOf(ObjectStoreFailure.class);
        assertThatThrownBy(() -> store.open(hash)).isInstanceOf(ObjectStoreFailure.class);
        assertThatThrownBy(() -> store.size(hash)).isInstanceOf(ObjectStoreFailure.class);
        assertThat(spool).isEmptyDirectory();
        server.startAgain();
        assertThat(read(store.open(hash))).isEqualTo(bytes);
    }
}
