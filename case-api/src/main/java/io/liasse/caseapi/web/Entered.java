package io.liasse.caseapi.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Dates and numbers as form fields send them; what cannot be read is null. */
public final class Entered {
    /** 1200, 1’200.50, 1 200,5, -3. */
    private static final Pattern NUMBER = Pattern.compile("[-−+]?\\d[\\d'’\\u00a0\\u202f ]{0,20}(?:[.,]\\d{1,10})?");

    private Entered() {}

    public static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    public static @Nullable BigDecimal number(@Nullable String text) {
        if (text == null || !NUMBER.matcher(text).matches()) {
            return null;
        }
        return new BigDecimal(
                text.replaceAll("['’\\u00a0\\u202f ]", "").replace('−', '-').replace(',', '.'));
    }

    public static void checkDay(Errors errors, String field, @Nullable String text) {
        if (text != null && day(text) == null) {
            errors.rejectValue(field, "cases.problem.date");
        }
    }

    public static void checkNumber(Errors errors, String field, @Nullable String text) {
        if (text != null && number(text) == null) {
            errors.rejectValue(field, "plan.problem.number");
        }
    }

    /** One of the values of an enumeration by its name; the first where there is none of that name. */
    public static <E extends Enum<E>> E term(E[] all, @Nullable String name) {
        for (E each : all) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return all[0];
    }
}
