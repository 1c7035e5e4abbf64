package io.liasse.routes.filing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What may speak for a case, and how much each says before anything was learned: the natural logarithm of how much likelier
 * it makes the case.
 */
enum EvidenceKind {
    WISHED(9),
    COVER_SHEET(9),
    REFERENCE_IN_BARCODE(8),
    REFERENCE_IN_SUBJECT(7),
    REFERENCE_IN_FOLDER(7),
    REFERENCE_IN_NAME(7),
    REFERENCE_IN_TEXT(6.5),
    WITH_PARENT(6),
    MAIL_THREAD(6),
    /** A number of a person who takes part in the case. */
    PARTY_NUMBER(5),
    /** The same with letters and digits confused. */
    PARTY_NUMBER_MISREAD(4),
    NAME_AND_BIRTH(5),
    PARTY_NAME(3),
    /** By sound, or with letters confused. */
    PARTY_NAME_SIMILAR(1.2),
    /** A number that stands in documents of this case only. */
    KNOWN_NUMBER(2),
    /** One that stands in documents of a few cases. */
    KNOWN_NUMBER_SHARED(0.8),
    /** An organisation that takes part in the case. */
    PARTICIPANT(1),
    /** The case waits for it: fully where both the party and the type agree, else by half. */
    AWAITED(1.5),
    /** A document of the case says much the same; counts as much as it is like. */
    SIMILAR(1),
    /** A rule names the case. */
    RULE(5);

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

    static Optional<EvidenceKind> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
