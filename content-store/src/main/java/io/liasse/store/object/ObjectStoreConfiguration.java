package io.liasse.store.object;

import io.liasse.store.database.DatabaseSettings;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the adapter; the only place that knows which there are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ObjectStoreSettings.class)
class ObjectStoreConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectStoreConfiguration.class);

    @Bean
    ObjectStore objectStore(ObjectStoreSettings settings, DatabaseSettings home) {
        LOG.info("Object store adapter={}", settings.adapter());
        return switch (settings.adapter()) {
            case FOLDER -> new FolderObjectStore(orElse(settings.folder(), home.folder("objects")));
            case S3 ->
                new S3ObjectStore(
                        Objects.requireNonNull(settings.s3(), "liasse.objects.s3 must be set for the adapter s3"),
                        orElse(settings.spool(), home.folder("work/objects")));
        };
    }

    private static Path orElse(@Nullable Path given, Path usual) {
        return given == null ? usual : given;
    }
}
