package io.liasse.caseapi.web;

import io.liasse.store.database.DatabaseSettings;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Uploads go to {@code work/upload} in the home folder while they arrive, never into memory. */
@Configuration(proxyBeanMethods = false)
class Uploads {
    private static final int IN_MEMORY = 16 * 1024;
    private static final Duration ABANDONED = Duration.ofDays(1);

    @Bean
    MultipartConfigElement multipartConfig(DatabaseSettings database, WebSettings settings, Clock clock)
            throws IOException {
        Path folder = database.folder("work").resolve("upload");
        Files.createDirectories(folder);
        removeOlderThan(clock.instant().minus(ABANDONED), folder);
        long most = settings.largestUpload().toBytes();
        return new MultipartConfigElement(folder.toString(), most, most, IN_MEMORY);
    }

    /** What is left of a program that was killed; nobody was told that it is kept. */
    private static void removeOlderThan(Instant limit, Path folder) throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.toList();
        }
        for (Path file : left) {
            if (Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                Files.deleteIfExists(file);
            }
        }
    }
}
