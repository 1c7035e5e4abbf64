package io.liasse.routes;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code liasse.intake.*}.
 *
 * @param maxBytes most bytes one item may have; raise it where huge files are received on purpose
 */
@ConfigurationProperties("liasse.intake")
public record IntakeSettings(@DefaultValue("4GB") DataSize maxBytes) {}
