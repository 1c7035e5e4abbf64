package io.liasse.caseapi.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an action tells the person on the page that follows: {@code redirect.addFlashAttribute("flash", Flash.done("key"))}.
 *
 * @param key message key, with {@code arguments}
 * @param undo the form that takes it back; null when there is none
 */
public record Flash(
        Tone tone,
        String key,
        List<Object> arguments,
        @Nullable Undo undo) {
    /** How a message is meant; the name in lower case is the class of its look. */
    public enum Tone {
        SUCCESS("circle-check"),
        INFO("info-circle"),
        WARNING("alert-triangle"),
        DANGER("alert-triangle");

        private final String icon;

        Tone(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }
    }

    /** A form to be posted to {@code action} with these fields. */
    public record Undo(String action, Map<String, String> fields) {
        public Undo {
            fields = Map.copyOf(fields);
        }
    }

    public Flash {
        arguments = List.copyOf(arguments);
    }

    public static Flash done(String key, Object... arguments) {
        return new Flash(Tone.SUCCESS, key, List.of(arguments), null);
    }

    public static Flash notice(String key, Object... arguments) {
        return new Flash(Tone.INFO, key, List.of(arguments), null);
    }

    public static Flash warning(String key, Object... arguments) {
        return new Flash(Tone.WARNING, key, List.of(arguments), null);
    }

    public static Flash failed(String key, Object... arguments) {
        return new Flash(Tone.DANGER, key, List.of(arguments), null);
    }

    public Flash undoneBy(String action, Map<String, String> fields) {
        return new Flash(tone, key, arguments, new Undo(action, fields));
    }
}
