package io.liasse.caseapi.admin;

import io.liasse.store.filing.FilingRule;
import io.liasse.store.filing.RuleSet;
import io.liasse.store.filing.RuleSets;
import io.liasse.store.item.Channel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The rules as they stand in the form, saved or not. Each field of a rule is sent for every rule, in their order.
 *
 * @param version upon which they were made
 * @param percent rate of errors as entered; empty for that of the settings
 */
record RuleForm(int version, String percent, List<Line> lines) {
    private static final String WRONG_TAG = "00000000-0000-0000-0000-000000000000";

    RuleForm {
        lines = List.copyOf(lines);
    }

    /** One rule as entered. */
    public record Line(
            String name,
            String channel,
            String place,
            String sender,
            String title,
            String words,
            String ifType,
            String ask,
            String type,
            String into,
            String file,
            String tag) {
        static final Line EMPTY = new Line("", "", "", "", "", "", "", "", "", "", "", "");

        static Line of(FilingRule rule) {
            FilingRule.Condition when = rule.when();
            FilingRule.Effect then = rule.then();
            return new Line(
                    rule.name(),
                    when.channel() == null ? "" : when.channel().name(),
                    when.place(),
                    when.sender(),
                    when.title(),
                    when.words(),
                    Objects.requireNonNullElse(when.type(), ""),
                    then.ask() ? "true" : "",
                    Objects.requireNonNullElse(then.type(), ""),
                    Objects.requireNonNullElse(then.caseReference(), ""),
                    then.file() ? "true" : "",
                    then.tag() == null ? "" : then.tag().toString());
        }

        FilingRule rule() {
            return new FilingRule(
                    name,
                    new FilingRule.Condition(
                            Stream.of(Channel.values())
                                    .filter(each -> each.name().equals(channel))
                                    .findFirst()
                                    .orElse(null),
                            place,
                            sender,
                            title,
                            words,
                            ifType),
                    new FilingRule.Effect(!ask.isEmpty(), type, into, !file.isEmpty(), id(tag)));
        }

        /** What is no id stands for a tag that does not exist. */
        private static @Nullable UUID id(String tag) {
            if (tag.isEmpty()) {
                return null;
            }
            return UUID.fromString(tag.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? tag : WRONG_TAG);
        }
    }

    static RuleForm of(RuleSet shown, int version) {
        Double rate = shown.errorRate();
        return new RuleForm(
                version,
                rate == null
                        ? ""
                        : BigDecimal.valueOf(rate)
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString(),
                shown.rules().stream().map(Line::of).toList());
    }

    static RuleForm of(MultiValueMap<String, String> sent) {
        List<Line> lines = new ArrayList<>();
        int many = Math.min(sent.getOrDefault("name", List.of()).size(), RuleSets.MOST + 1);
        for (int at = 0; at < many; at++) {
            lines.add(new Line(
                    field(sent, "name", at),
                    field(sent, "channel", at),
                    field(sent, "place", at),
                    field(sent, "sender", at),
                    field(sent, "title", at),
                    field(sent, "words", at),
                    field(sent, "ifType", at),
                    field(sent, "ask", at),
                    field(sent, "type", at),
                    field(sent, "into", at),
                    field(sent, "file", at),
                    field(sent, "tag", at)));
        }
        String version = field(sent, "version", 0);
        return new RuleForm(
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1, field(sent, "percent", 0), lines);
    }

    private static String field(MultiValueMap<String, String> sent, String name, int at) {
        List<String> all = sent.getOrDefault(name, List.of());
        return at < all.size() ? Objects.requireNonNullElse(all.get(at), "").strip() : "";
    }

    List<FilingRule> rules() {
        return lines.stream().map(Line::rule).toList();
    }

    /** From 0 to 1; null where none was entered, not a number where something else was. */
    @Nullable
    Double errorRate() {
        if (percent.isEmpty()) {
            return null;
        }
        String plain = percent.replace(',', '.').replace("%", "").strip();
        return plain.matches("\\d{1,3}(\\.\\d{1,6})?")
                ? new BigDecimal(plain).movePointLeft(2).doubleValue()
                : Double.NaN;
    }

    /** After a button that adds, removes or moves a rule: {@code add}, {@code remove:2}, {@code up:2}, {@code down:2}. */
    RuleForm after(String action) {
        List<Line> changed = new ArrayList<>(lines);
        if (action.equals("add") && changed.size() < RuleSets.MOST) {
            changed.add(Line.EMPTY);
        }
        int at = action.matches("[a-z]+:\\d{1,3}") ? Integer.parseInt(action.substring(action.indexOf(':') + 1)) : -1;
        if (at >= 0 && at < changed.size()) {
            if (action.startsWith("remove:")) {
                changed.remove(at);
            } else if (action.startsWith("up:") && at > 0) {
                Collections.swap(changed, at, at - 1);
            } else if (action.startsWith("down:") && at + 1 < changed.size()) {
                Collections.swap(changed, at, at + 1);
            }
        }
        return new RuleForm(version, percent, changed);
    }
}
