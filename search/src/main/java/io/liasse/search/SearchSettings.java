package io.liasse.search;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node searches.
 *
 * @param folder of the index; {@code index} in {@code liasse.home} when not set. Put it on a fast local disk
 * @param bufferMegabytes memory for what is indexed and not yet written; more makes rebuilding faster
 * @param commitEvery how often the index is made to survive a crash; after one, that much is indexed again
 */
@ConfigurationProperties("liasse.search")
public record SearchSettings(
        @Nullable Path folder,
        @DefaultValue("64") int bufferMegabytes,
        @DefaultValue("5s") Duration commitEvery) {
    public SearchSettings {
        if (bufferMegabytes < 1 || bufferMegabytes > 2000) {
            throw new IllegalArgumentException("liasse.search.buffer-megabytes must be from 1 to 2000");
        }
    }
}
