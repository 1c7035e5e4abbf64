package io.liasse.routes;

import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.item.Items;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where everything received comes in. When {@link #receive} returns, the bytes are durable in the object store, and item,
 * document, journal entries and reading job are committed in one transaction; only then may a channel answer its sender.
 * Thread-safe.
 */
@Component
public class DocumentIntake {
    /** Takes the bytes (the caller closes the stream). The same source key again gives the earlier receipt. */
    public Items.Receipt receive(Incoming incoming, InputStream bytes) {
        throw new UnsupportedOperationException();
    }

    /** Reads a document again, with a password where it needs one (kept only until it is read). */
    public Document retry(DocumentId document, @Nullable String password, Viewer by) {
        throw new UnsupportedOperationException();
    }
}
