package io.liasse.store.database;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Chooses the database: yours when {@code spring.datasource.url} is set, else the bundled PostgreSQL in the home folder.
 * The connection pool, Flyway and transactions are those of Spring Boot in both cases.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
    private static final String NAME = "liasse";

    /** Its zone decides where a day begins and which year a new case belongs to. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    /** Stopped after the pool, because the pool depends on it. */
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "spring.datasource.url", havingValue = "bundled", matchIfMissing = true)
    BundledPostgres bundledPostgres(DatabaseSettings settings) {
        BundledPostgres server = BundledPostgres.start(settings.folder("postgres"));
        server.create(NAME);
        return server;
    }

    @Bean
    @ConditionalOnProperty(name = "spring.datasource.url", havingValue = "bundled", matchIfMissing = true)
    JdbcConnectionDetails bundledPostgresConnection(BundledPostgres server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return BundledPostgres.USER;
            }

            @Override
            public String getPassword() {
                return server.password();
            }

            @Override
            public String getJdbcUrl() {
                return server.url(NAME);
            }
        };
    }
}
