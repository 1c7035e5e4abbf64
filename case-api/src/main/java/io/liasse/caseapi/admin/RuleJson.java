package io.liasse.caseapi.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liasse.store.InvalidInput;
import io.liasse.store.filing.FilingRule;
import io.liasse.store.filing.RuleSet;
import io.liasse.store.item.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule of filing as programs send and get it; what is absent sets no condition and does nothing. */
record RuleJson(
        @Nullable String name,
        @Nullable WhenJson when,
        @Nullable ThenJson then) {
    /**
     * Conditions that must all hold.
     *
     * @param place part of the address of the mailbox, the path of the folder or the name of a sub-folder
     * @param sender an address, a domain or a name
     * @param title part of file name, subject or title
     * @param words words or runs of words, with commas between, that all stand in the text
     */
    record WhenJson(
            @Nullable Channel channel,
            @Nullable String place,
            @Nullable String sender,
            @Nullable String title,
            @Nullable String words,
            @Nullable String type) {}

    /**
     * What is done.
     *
     * @param ask never file alone
     * @param type set where nothing better is known
     * @param caseReference proposed, or with {@code file} filed into
     * @param tag id of the tag to put on
     */
    record ThenJson(
            @Nullable Boolean ask,
            @Nullable String type,
            @JsonProperty("case") @Nullable String caseReference,
            @Nullable Boolean file,
            @Nullable UUID tag) {}

    /** Rules to save or to try; {@code errorRate} absent: as the setting says. */
    record NewRulesJson(
            @Nullable Double errorRate, @Nullable List<RuleJson> rules) {
        List<FilingRule> wanted() {
            return rules == null
                    ? List.of()
                    : rules.stream().map(RuleJson::wanted).toList();
        }
    }

    /** One version. */
    record RuleSetJson(
            int version,
            @Nullable Instant at,
            String author,
            @Nullable Double errorRate,
            double errorRateInForce,
            boolean readable,
            List<RuleJson> rules) {
        static RuleSetJson of(RuleSet set, double inForce) {
            return new RuleSetJson(
                    set.version(),
                    set.version() == 0 ? null : set.at(),
                    set.author(),
                    set.errorRate(),
                    inForce,
                    set.readable(),
                    set.rules().stream().map(RuleJson::of).toList());
        }
    }

    static RuleJson of(FilingRule rule) {
        FilingRule.Condition when = rule.when();
        FilingRule.Effect then = rule.then();
        return new RuleJson(
                rule.name(),
                new WhenJson(when.channel(), when.place(), when.sender(), when.title(), when.words(), when.type()),
                new ThenJson(then.ask(), then.type(), then.caseReference(), then.file(), then.tag()));
    }

    private static FilingRule wanted(@Nullable RuleJson sent) {
        if (sent == null) {
            throw new InvalidInput("rules", "holds something that is not a rule");
        }
        WhenJson when = sent.when() == null ? new WhenJson(null, null, null, null, null, null) : sent.when();
        ThenJson then = sent.then() == null ? new ThenJson(null, null, null, null, null) : sent.then();
        return new FilingRule(
                text(sent.name()),
                new FilingRule.Condition(
                        when.channel(),
                        text(when.place()),
                        text(when.sender()),
                        text(when.title()),
                        text(when.words()),
                        when.type()),
                new FilingRule.Effect(
                        Boolean.TRUE.equals(then.ask()),
                        then.type(),
                        then.caseReference(),
                        Boolean.TRUE.equals(then.file()),
                        then.tag()));
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }
}
