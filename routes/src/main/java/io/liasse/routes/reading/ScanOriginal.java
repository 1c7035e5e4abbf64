package io.liasse.routes.reading;

import io.liasse.store.document.Document;
import io.liasse.store.document.Documents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Step: has the virus scanner look at the copy before anything else opens it, where there is one. While it cannot be
 * asked the document waits; it is never read unscanned.
 */
@Component
@EnableConfigurationProperties(ScanSettings.class)
final class ScanOriginal {
    private static final String AWAY = "scanner-away";

    private final ScanSettings settings;
    private final RefuseDocument refuse;
    private final Documents documents;
    private final @Nullable Clamd clamd;

    ScanOriginal(ScanSettings settings, RefuseDocument refuse, Documents documents) {
        this.settings = settings;
        this.refuse = refuse;
        this.documents = documents;
        this.clamd = Optional.ofNullable(settings.clamd())
                .map(address -> new Clamd(address, settings.timeout()))
                .orElse(null);
    }

    /** Whether the document may be read; if not, it was refused. */
    boolean passes(Document document, Path copy) {
        return clamd == null
                || switch (ask(clamd, document, copy)) {
                    case Clamd.Finding.Clean _ -> true;
                    case Clamd.Finding.Infected(String name) -> {
                        refuse.infected(document, name);
                        yield false;
                    }
                    case Clamd.Finding.TooLarge _ -> passesUnscanned(document);
                };
    }

    private Clamd.Finding ask(Clamd clamd, Document document, Path copy) {
        try {
            return clamd.scan(copy);
        } catch (IOException e) {
            documents.waitsFor(document.id(), AWAY);
            throw new ScannerAway(e);
        }
    }

    private boolean passesUnscanned(Document document) {
        if (!settings.passTooLarge()) {
            refuse.tooLargeToScan(document);
        }
        return settings.passTooLarge();
    }
}
