package io.liasse.store.journal;

import io.liasse.store.casefile.CaseId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hash that ties an entry to the one before it in its case: SHA-256 (FIPS 180-4) over these texts in UTF-8, each
 * written as its number of bytes in decimal, a colon, the bytes and a comma (a netstring), and {@code -,} for none:
 *
 * <ol>
 *   <li>hash of the entry before, 64 zeros for the first
 *   <li>id of the case
 *   <li>number of the entry in the case, from 1
 *   <li>time in microseconds since 1970-01-01T00:00:00Z
 *   <li>action
 *   <li>id of the acting user, name of the actor
 *   <li>id of the document
 *   <li>for each detail, ordered by name as UTF-16: its name, its value
 * </ol>
 */
final class EntryHash {
    /** What the first entry of a case follows. */
    static final String NONE = "0".repeat(64);

    private final MessageDigest digest = sha256();

    private EntryHash() {}

    static String of(String previous, long number, Instant at, NewEntry entry, CaseId caseId) {
        EntryHash hash = new EntryHash();
        hash.add(previous);
        hash.add(caseId);
        hash.add(number);
        hash.add(ChronoUnit.MICROS.between(Instant.EPOCH, at));
        hash.add(entry.action());
        hash.add(entry.actor().user());
        hash.add(entry.actor().name());
        hash.add(entry.document());
        hash.addAll(entry.details());
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void addAll(Map<String, String> details) {
        new TreeMap<>(details).forEach((name, value) -> {
            add(name);
            add(value);
        });
    }

    private void add(@Nullable Object value) {
        if (value == null) {
            digest.update("-,".getBytes(StandardCharsets.US_ASCII));
            return;
        }
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        digest.update((byte) ',');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
