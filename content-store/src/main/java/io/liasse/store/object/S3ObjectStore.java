package io.liasse.store.object;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.OkHttpClient;

/**
 * Keeps objects in a bucket of an S3 server under their digest. The bytes are first copied to a local file while they are
 * digested, since the key must be known before an upload begins and an upload that breaks can then be sent again; S3 shows
 * an object only when it is complete. An object that is already there is not sent again.
 */
final class S3ObjectStore implements ObjectStore {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final MinioClient client;
    private final String bucket;
    private final Spool spool;
    private boolean bucketIsThere;

    S3ObjectStore(ObjectStoreSettings.S3 settings, Path spool) {
        this.bucket = settings.bucket();
        this.spool = new Spool(spool);
        this.client = MinioClient.builder()
                .endpoint(settings.endpoint())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .httpClient(promptHttp())
                .build();
    }

    private static OkHttpClient promptHttp() {
        return new OkHttpClient.Builder()
                .socketFactory(new PromptSockets())
                .connectTimeout(Duration.ofSeconds(10))
                .writeTimeout(PATIENCE)
                .readTimeout(PATIENCE)
                .build();
    }

    @Override
    public StoredObject put(InputStream bytes) {
        try {
            Spool.Spooled spooled = spool.take(bytes, false);
            try {
                upload(spooled);
            } finally {
                Files.deleteIfExists(spooled.file());
            }
            return spooled.object();
        } catch (IOException failure) {
            throw new ObjectStoreFailure("cannot store an object", failure);
        }
    }

    private void upload(Spool.Spooled spooled) {
        StoredObject object = spooled.object();
        if (size(object.hash()).equals(OptionalLong.of(object.size()))) {
            return;
        }
        answer(() -> client.uploadObject(UploadObjectArgs.builder()
                .bucket(bucket)
                .object(object.hash().hex())
                .filename(spooled.file().toString())
                .build()));
    }

    @Override
    public InputStream open(Sha256 hash) {
        long size = size(hash).orElseThrow(() -> new ObjectMissing(hash));
        return new VerifiedStream(get(hash, GetObjectArgs.builder()), hash, size);
    }

    @Override
    public InputStream open(Sha256 hash, long offset, long length) {
        long size = size(hash).orElseThrow(() -> new ObjectMissing(hash));
        if (offset < 0 || length < 0 || offset + length > size) {
            throw new IllegalArgumentException("outside of the object");
        }
        if (length == 0) {
            return InputStream.nullInputStream();
        }
        return get(hash, GetObjectArgs.builder().offset(offset).length(length));
    }

    private InputStream get(Sha256 hash, GetObjectArgs.Builder what) {
        return answer(() ->
                        client.getObject(what.bucket(bucket).object(hash.hex()).build()))
                .<InputStream>map(TranslatedStream::new)
                .orElseThrow(() -> new ObjectMissing(hash));
    }

    @Override
    public OptionalLong size(Sha256 hash) {
        makeBucketOnce();
        return answer(() -> client.statObject(StatObjectArgs.builder()
                        .bucket(bucket)
                        .object(hash.hex())
                        .build()))
                .map(found -> OptionalLong.of(found.size()))
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public void delete(Sha256 hash) {
        makeBucketOnce();
        answer(() -> {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(hash.hex()).build());
            return hash;
        });
    }

    private synchronized void makeBucketOnce() {
        if (bucketIsThere) {
            return;
        }
        answer(() -> {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
            }
            return bucket;
        });
        bucketIsThere = true;
    }

    /** What the server answers, empty when it says that there is no such object. */
    private static <T> Optional<T> answer(Call<T> call) {
        try {
            return Optional.of(call.make());
        } catch (MinioException failure) {
            if (isAbsent(failure)) {
                return Optional.empty();
            }
            throw new ObjectStoreFailure("the object store refused", failure);
        } catch (IllegalStateException failure) {
            // The SDK wraps connection failures so.
            throw new ObjectStoreFailure("the object store cannot be reached", failure);
        }
    }

    private static boolean isAbsent(MinioException failure) {
        if (!(failure instanceof ErrorResponseException answer)) {
            return false;
        }
        String code = answer.errorResponse().code();
        return "NoSuchKey".equals(code) || (answer.response().code() == 404 && !"NoSuchBucket".equals(code));
    }

    /** A call of the SDK. */
    private interface Call<T> {
        T make() throws MinioException;
    }

    /** A connection that breaks while reading is a failure of the store. */
    private static final class TranslatedStream extends FilterInputStream {
        TranslatedStream(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            try {
                return in.read(buffer, offset, length);
            } catch (IOException failure) {
                throw new ObjectStoreFailure("the connection to the object store broke", failure);
            }
        }
    }
}
