package io.liasse.store.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code liasse.home}: the folder that holds postgres/ objects/ index/ keys/ hot/. */
@ConfigurationProperties("liasse")
public record DatabaseSettings(
        @DefaultValue("${user.home}/.liasse") Path home) {}
