package io.liasse.routes.reading;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code liasse.scan.*}: the virus scanner that looks at each file before anything opens it.
 *
 * @param clamd where the clamd of ClamAV listens: {@code host:port}, or the path of its socket; empty: no scanning
 * @param timeout without a sign from clamd after which it counts as down
 * @param passTooLarge whether files beyond clamd's StreamMaxLength are read unscanned; otherwise they are refused
 */
@ConfigurationProperties("liasse.scan")
record ScanSettings(
        @Nullable String clamd,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("false") boolean passTooLarge) {
    private static final Pattern ADDRESS = Pattern.compile("/.+|.+:\\d{1,5}");

    ScanSettings {
        clamd = clamd == null || clamd.isBlank() ? null : clamd.strip();
        if (clamd != null && !ADDRESS.matcher(clamd).matches()) {
            throw new IllegalArgumentException("liasse.scan.clamd: host:port or the path of a socket, not " + clamd);
        }
    }
}
