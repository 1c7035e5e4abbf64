package io.liasse.capture.unpack;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds out in which letters the names in an archive were written, where it does not say so: UTF-8 if they can be, else
 * the set under which they look most like names. On a draw the earlier wins.
 */
final class NameLetters {
    private static final List<Charset> CANDIDATES = Stream.of(
                    "IBM850", "windows-1252", "IBM437", "Shift_JIS", "GB18030", "IBM866", "windows-1251")
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .toList();

    private static final String WESTERN = "àâäáãåæçéèêëíìîïñóòôöõøœúùûüÿßÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜ";
    private static final String SIGNS = "’‘“”«»–—°§€£©®º";
    private static final int IMPOSSIBLE = -1_000_000;

    private NameLetters() {}

    static Charset of(List<byte[]> names) {
        if (names.stream().allMatch(name -> decodes(name, StandardCharsets.UTF_8))) {
            return StandardCharsets.UTF_8;
        }
        return CANDIDATES.stream()
                .max(Comparator.<Charset>comparingInt(set -> likelihood(names, set))
                        .thenComparingInt(set -> -CANDIDATES.indexOf(set)))
                .orElse(StandardCharsets.ISO_8859_1);
    }

    private static boolean decodes(byte[] name, Charset set) {
        return likelihood(name, set) > IMPOSSIBLE;
    }

    private static int likelihood(List<byte[]> names, Charset set) {
        return names.stream()
                .mapToInt(name -> likelihood(name, set))
                .reduce(0, (sum, one) -> Math.max(IMPOSSIBLE, sum + one));
    }

    private static int likelihood(byte[] name, Charset set) {
        try {
            CharBuffer letters = set.newDecoder().decode(ByteBuffer.wrap(name));
            return IntStream.range(0, letters.length())
                    .filter(at -> letters.get(at) > 127)
                    .map(at -> weight(letters, at))
                    .sum();
        } catch (CharacterCodingException e) {
            return IMPOSSIBLE;
        }
    }

    /** Letters with accents stand alone; several in a row are another script, read wrongly. */
    private static int weight(CharBuffer letters, int at) {
        char letter = letters.get(at);
        boolean alone = letter == 'ß' || (plain(letters, at - 1) && plain(letters, at + 1));
        if (WESTERN.indexOf(letter) >= 0) {
            return alone ? 3 : -2;
        }
        if (SIGNS.indexOf(letter) >= 0) {
            return 1;
        }
        return switch (Character.UnicodeScript.of(letter)) {
            case HIRAGANA, KATAKANA -> letter >= 0xFF00 ? -2 : 4;
            case HAN -> letter >= 0x4E00 && letter <= 0x9FA5 ? 2 : -3;
            case CYRILLIC -> letter >= 0x410 && letter <= 0x44F ? 2 : -2;
            default -> -4;
        };
    }

    private static boolean plain(CharBuffer letters, int at) {
        return at < 0 || at >= letters.length() || letters.get(at) < 128 || letters.get(at) == 'ß';
    }
}
