package io.liasse.caseapi.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The one or two letters that stand for a name where there is no picture; templates call it {@code @initials}. */
@Component("initials")
public final class Initials {
    Initials() {}

    /** The first letters of the first and the last word before any middle dot, in capitals; empty for an empty name. */
    public static String of(String name) {
        String[] words = Arrays.stream(name.split("·", 2)[0].strip().split("[\\s,.-]+"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        return Arrays.stream(words.length < 3 ? words : new String[] {words[0], words[words.length - 1]})
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    /** One of the five colours of {@code .face-N}, the same for the same name. */
    public static int colour(String name) {
        return Math.floorMod(name.hashCode(), 5);
    }
}
