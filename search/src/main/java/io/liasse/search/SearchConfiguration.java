package io.liasse.search;

import io.liasse.store.database.DatabaseSettings;
import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the index of this node before anything follows the journal, and closes it after. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchSettings.class)
class SearchConfiguration {
    @Bean
    Shelf shelf(SearchSettings settings, DatabaseSettings home) {
        Path folder = settings.folder() == null ? home.folder("index") : settings.folder();
        return Shelf.open(folder, settings.bufferMegabytes());
    }
}
