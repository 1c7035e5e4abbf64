package io.liasse.routes.reading;

import io.liasse.capture.Reading;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
import org.springframework.stereotype.Component;

/** Step: a document that could not be read says why, as a message key with arguments. */
@Component
final class RefuseDocument {
    private final Documents documents;

    RefuseDocument(Documents documents) {
        this.documents = documents;
    }

    void unsupported(Document document, Reading.Unsupported reading) {
        String missing = reading.missing();
        fail(
                document,
                missing == null
                        ? "unsupported|" + Plain.argument(reading.mediaType())
                        : "program-missing|" + Plain.argument(missing));
    }

    void infected(Document document, String finding) {
        documents.refuse(document.id(), DocumentState.QUARANTINED, "virus|" + Plain.argument(finding));
    }

    void tooLargeToScan(Document document) {
        fail(document, "too-large-to-scan");
    }

    void needsPassword(Document document, boolean tried) {
        documents.refuse(document.id(), DocumentState.NEEDS_PASSWORD, tried ? "wrong-password" : "needs-password");
    }

    void unreadable(Document document, Reading.Unreadable reading) {
        fail(document, reason(reading));
    }

    private static String reason(Reading.Unreadable reading) {
        return switch (reading.cause()) {
            case EMPTY -> "empty";
            case DAMAGED -> "damaged|" + Plain.argument(reading.detail());
            case TOO_MANY_PAGES -> "too-many-pages";
            case TOO_MANY_PIXELS -> "too-many-pixels";
            case TOO_MANY_PARTS -> "too-many-parts";
            case TOO_LARGE_UNPACKED -> "too-large-unpacked";
            case TOO_DEEP -> "too-deep";
            case OUT_OF_MEMORY -> "out-of-memory";
            case OUT_OF_TIME -> "out-of-time";
            case CRASHED -> "crashed";
        };
    }

    private void fail(Document document, String reason) {
        documents.refuse(document.id(), DocumentState.FAILED, reason);
    }
}
