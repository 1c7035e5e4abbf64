package io.liasse.store.filing;

import io.liasse.store.item.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One rule of filing: what it does to documents for which all of its conditions hold.
 *
 * @param name for people; shown where the rule has acted
 */
public record FilingRule(String name, Condition when, Effect then) {
    public FilingRule {
        name = text(name);
    }

    /** What holds for a document; an empty text and null set no condition. */
    public record Condition(
            @Nullable Channel channel,
            String place,
            String sender,
            String title,
            String words,
            @Nullable String type) {
        public Condition {
            place = text(place);
            sender = text(sender);
            title = text(title);
            words = text(words);
            type = textOrNull(type);
        }

        /** Whether it sets no condition at all. */
        public boolean isEmpty() {
            return channel == null
                    && type == null
                    && List.of(place, sender, title, words).stream().allMatch(String::isEmpty);
        }

        /** The words and runs of words, folded, that must all stand in the text. */
        public List<String> phrases() {
            return Arrays.stream(words.split(","))
                    .map(RuleSubject::folded)
                    .filter(phrase -> !phrase.isEmpty())
                    .toList();
        }

        boolean holds(RuleSubject subject) {
            return (channel == null || channel == subject.channel())
                    && (type == null || type.equals(subject.type()))
                    && (place.isEmpty() || subject.isFrom(place))
                    && (sender.isEmpty() || subject.isSentBy(sender))
                    && subject.title().contains(RuleSubject.folded(title))
                    && subject.said().containsAll(phrases());
        }
    }

    /** What is done; nothing where it is null or false. */
    public record Effect(
            boolean ask,
            @Nullable String type,
            @Nullable String caseReference,
            boolean file,
            @Nullable UUID tag) {
        public Effect {
            type = textOrNull(type);
            caseReference = caseReference == null ? null : textOrNull(caseReference.toUpperCase(Locale.ROOT));
        }

        /** Whether it does nothing. */
        public boolean isEmpty() {
            return !ask && type == null && caseReference == null && tag == null;
        }
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "").strip();
    }

    private static @Nullable String textOrNull(@Nullable String given) {
        String stripped = text(given);
        return stripped.isEmpty() ? null : stripped;
    }
}
