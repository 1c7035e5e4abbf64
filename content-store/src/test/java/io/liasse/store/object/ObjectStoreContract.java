package io.liasse.store.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every object store does. */
abstract class ObjectStoreContract {
    static final Sha256 ABSENT = new Sha256("0".repeat(64));

    abstract ObjectStore store();

    /** Changes the bytes of a stored object behind the store's back, keeping their number. */
    abstract void alter(Sha256 hash, byte[] replacement) throws Exception;

    @Test
    void readsBackWhatWasStored() throws Exception {
        byte[] bytes = random(300_000);
        StoredObject stored = put(bytes);
        assertThat(stored).isEqualTo(new StoredObject(digest(bytes), bytes.length));
        assertThat(read(store().open(stored.hash()))).isEqualTo(bytes);
        assertThat(store().size(stored.hash())).isEqualTo(OptionalLong.of(bytes.length));
    }

    @Test
    void keepsAnEmptyObject() throws Exception {
        StoredObject stored = put(new byte[0]);
        assertThat(stored.size()).isZero();
        assertThat(read(store().open(stored.hash()))).isEmpty();
    }

    @Test
    void keepsTheSameBytesOnce() throws Exception {
        byte[] bytes = random(1000);
        assertThat(put(bytes)).isEqualTo(put(bytes));
        assertThat(read(store().open(digest(bytes)))).isEqualTo(bytes);
    }

    @Test
    void opensAPart() throws Exception {
        byte[] bytes = random(50_000);
        Sha256 hash = put(bytes).hash();
        assertThat(read(store().open(hash, 100, 5))).isEqualTo(java.util.Arrays.copyOfRange(bytes, 100, 105));
        assertThat(read(store().open(hash, 0, 0))).isEmpty();
        assertThat(read(store().open(hash, 49_999, 1))).hasSize(1);
        assertThatThrownBy(() -> store().open(hash, 49_999, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysThatAnObjectIsMissing() {
        assertThat(store().size(ABSENT)).isEmpty();
        assertThatThrownBy(() -> store().open(ABSENT)).isInstanceOf(ObjectMissing.class);
        assertThatThrownBy(() -> store().open(ABSENT, 0, 1)).isInstanceOf(ObjectMissing.class);
    }

    @Test
    void deletesTwiceWithoutComplaint() throws Exception {
        Sha256 hash = put(random(10)).hash();
        store().delete(hash);
        store().delete(hash);
        assertThat(store().size(hash)).isEmpty();
    }

    @Test
    void refusesToHandOutAlteredContentAsWhole() throws Exception {
        byte[] bytes = random(20_000);
        Sha256 hash = put(bytes).hash();
        byte[] altered = bytes.clone();
        altered[12_345] ^= 1;
        alter(hash, altered);
        assertThatThrownBy(() -> read(store().open(hash))).isInstanceOf(ObjectStoreFailure.class);
    }

    @Test
    void keepsNothingOfAStreamThatBreaks() {
        byte[] bytes = "the beginning".getBytes(StandardCharsets.UTF_8);
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(bytes), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the sender went away");
            }
        });
        assertThatThrownBy(() -> store().put(broken)).isInstanceOf(ObjectStoreFailure.class);
        assertThat(store().size(digest(bytes))).isEmpty();
    }

    @Test
    void takesTheSameBytesFromManyThreadsAtOnce() throws Exception {
        byte[] bytes = random(200_000);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<StoredObject>> puts = IntStream.range(0, 16)
                    .<Callable<StoredObject>>mapToObj(n -> () -> put(bytes))
                    .toList();
            for (Future<StoredObject> each : threads.invokeAll(puts)) {
                assertThat(each.get().hash()).isEqualTo(digest(bytes));
            }
        }
        assertThat(read(store().open(digest(bytes)))).isEqualTo(bytes);
    }

    final StoredObject put(byte[] bytes) {
        return store().put(new ByteArrayInputStream(bytes));
    }

    static byte[] read(InputStream bytes) throws IOException {
        try (bytes) {
            return bytes.readAllBytes();
        }
    }

    static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random().nextBytes(bytes);
        return bytes;
    }

    static Sha256 digest(byte[] bytes) {
        try {
            return Sha256.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
