package io.liasse.store.document;

import java.util.Locale;

/** Why a document does not belong here. */
public enum NotOurs {
    MISDIRECTED,
    ADVERTISING,
    DUPLICATE,
    /** With a text that says what. */
    OTHER;

    /** As documents keep it, with the text behind it if there is one. */
    String reason(String text) {
        String key = "not-ours-" + name().toLowerCase(Locale.ROOT);
        return this == OTHER ? key + "|" + text.replace('|', '/') : key;
    }
}
