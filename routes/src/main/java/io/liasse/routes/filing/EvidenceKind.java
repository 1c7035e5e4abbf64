package io.liasse.routes.filing;

import java.util.Locale;

/** Where a case reference was found, and how much that alone says, from 0 to 1: it only orders the candidates. */
enum EvidenceKind {
    WISHED(0.99),
    REFERENCE_IN_BARCODE(0.98),
    REFERENCE_IN_SUBJECT(0.95),
    REFERENCE_IN_FOLDER(0.95),
    REFERENCE_IN_NAME(0.93),
    REFERENCE_IN_TEXT(0.90),
    WITH_PARENT(0.88),
    MAIL_THREAD(0.85);

    private final double weight;

    EvidenceKind(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }

    /** As it is stored and named in message files, e.g. {@code reference-in-text}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
