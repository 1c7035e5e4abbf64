package io.liasse.store.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a page: as it was read, and as people corrected it.
 *
 * @param page from 1
 * @param read what reading found, never changed by a correction
 * @param language of the page, null when unknown
 * @param width of the page as displayed, in points
 * @param latest what a person said last, null when nobody said anything
 */
public record PageWording(
        int page,
        String read,
        @Nullable String language,
        double width,
        double height,
        @Nullable Correction latest) {
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final int DIGEST_LETTERS = 16;

    /** The text in force. */
    public String text() {
        String corrected = corrected();
        return corrected == null ? read : corrected;
    }

    /** The correction in force, null when what was read holds. */
    public @Nullable String corrected() {
        return latest == null ? null : latest.text();
    }

    /** Whether something else was read since the correction was made; the correction holds all the same. */
    public boolean readAgain() {
        return latest != null && latest.text() != null && !latest.readDigest().equals(digest());
    }

    /** Changes with each correction and when the page is read otherwise; who changes the text names the one he saw. */
    public String revision() {
        return (latest == null ? 0 : latest.version()) + "-" + digest();
    }

    /** The words of a text: what stands between white space. */
    public static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The text in force with another word in place of the {@code index}-th, from 0; without it when that is empty. */
    String with(int index, String word) {
        List<MatchResult> words = WORD.matcher(text()).results().toList();
        MatchResult place = words.get(index);
        int end = place.end();
        if (word.isEmpty() && end < text().length() && text().charAt(end) == ' ') {
            end++;
        }
        return text().substring(0, place.start()) + word + text().substring(end);
    }

    String digest() {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(read.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes).substring(0, DIGEST_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
