package io.liasse.routes.reading;

import io.liasse.capture.DocumentReader;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the reader of {@code liasse.reading.*}; it ends with the program. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadingSettings.class)
class ReadingConfiguration {
    @Bean(destroyMethod = "close")
    DocumentReader documentReader(ReadingSettings settings, FieldDefinitions definitions) {
        return new DocumentReader(settings.reader(definitions.folder()));
    }

    /** Not before the program answers: the processes would take the cores from its start. Not at all where nothing is read. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> readerWarmUp(DocumentReader reader, ReadingSettings settings) {
        return ready -> {
            if (settings.enabled()) {
                reader.warmUp();
            }
        };
    }
}
