package io.liasse.store.object;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code liasse.objects}: where bytes are kept.
 *
 * @param adapter folder or s3
 * @param folder for the folder adapter; {@code objects} in the home when absent
 * @param spool where the S3 adapter keeps what it is about to send; {@code work/objects} in the home when absent
 */
@ConfigurationProperties("liasse.objects")
public record ObjectStoreSettings(
        @DefaultValue("FOLDER") Adapter adapter,
        @Nullable Path folder,
        @Nullable Path spool,
        @Nullable S3 s3) {
    /** The adapters there are. */
    public enum Adapter {
        FOLDER,
        S3
    }

    /**
     * A bucket of an S3 server; it is made when absent.
     *
     * @param endpoint address of the server, e.g. {@code https://s3.example.org}
     * @param region as the server wants it
     */
    public record S3(
            String endpoint,
            @DefaultValue("liasse") String bucket,
            String accessKey,
            String secretKey,
            @DefaultValue("us-east-1") String region) {}
}
