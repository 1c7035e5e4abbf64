package io.liasse.caseapi.casework.cost;

import io.liasse.caseapi.web.Amounts;
import io.liasse.caseapi.web.Entered;
import io.liasse.store.cost.CostEntry;
import io.liasse.store.cost.NewCostEntry;
import io.liasse.store.document.DocumentId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Time or an expense as it is entered; {@code time} as hours and minutes, {@code 1:30}, or as hours, {@code 1.5}. */
record CostForm(
        @Nullable String what,
        @Nullable String spentOn,
        @Nullable String time,
        @Nullable String perHour,
        @Nullable String amount,
        @Nullable UUID document,
        @Nullable Long version) {
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):([0-5]\\d)");
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    static CostForm of(CostEntry entry) {
        Integer minutes = entry.minutes();
        return new CostForm(
                entry.what(),
                entry.spentOn().toString(),
                minutes == null ? null : Amounts.clock(minutes),
                Objects.toString(entry.perHour(), null),
                minutes == null ? entry.amount().toPlainString() : null,
                entry.document() == null ? null : entry.document().value(),
                entry.version());
    }

    void check(Errors errors) {
        if (what == null) {
            errors.rejectValue("what", "cost.problem.what");
        }
        if (spentOn == null || Entered.day(spentOn) == null) {
            errors.rejectValue("spentOn", "cost.problem.spentOn");
        }
        if (time != null && minutes() == null) {
            errors.rejectValue("time", "cost.problem.minutes");
        }
        checkSum(errors, "perHour", perHour);
        checkSum(errors, "amount", amount);
        if (time == null && amount == null) {
            errors.rejectValue("amount", "cost.problem.neither");
        }
        if (time != null && amount != null) {
            errors.rejectValue("amount", "cost.problem.both");
        }
    }

    private static void checkSum(Errors errors, String field, @Nullable String text) {
        if (text != null && Entered.number(text) == null) {
            errors.rejectValue(field, "cost.problem.amount");
        }
    }

    @Nullable
    Integer minutes() {
        if (time == null) {
            return null;
        }
        Matcher clock = CLOCK.matcher(time);
        if (clock.matches()) {
            return Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2));
        }
        BigDecimal hours = Entered.number(time);
        return hours == null || hours.abs().compareTo(MINUTES.multiply(MINUTES)) > 0
                ? null
                : hours.multiply(MINUTES).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    /** Of a form that was checked. An hour's cost counts only beside time. */
    NewCostEntry entry(LocalDate today) {
        return new NewCostEntry(
                Objects.toString(what, ""),
                Objects.requireNonNullElse(Entered.day(spentOn), today),
                minutes(),
                time == null ? null : Entered.number(perHour),
                Entered.number(amount),
                document == null ? null : new DocumentId(document));
    }
}
