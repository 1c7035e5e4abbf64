package io.liasse.caseapi.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes dates and times for people, in the language of the request and the time zone of the program; templates call it
 * {@code @dates}. Nothing is written for null. Thread-safe.
 */
@Component("dates")
public class LayoutDates {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);

    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Clock clock;

    LayoutDates(Clock clock) {
        this.clock = clock;
    }

    /** {@code 12 Mar 2026} or {@code 12.03.2026}. */
    public String day(@Nullable LocalDate date) {
        return date == null
                ? ""
                : DATE.withLocale(LocaleContextHolder.getLocale()).format(date);
    }

    /** The day of a moment. */
    public String dayOf(@Nullable Instant moment) {
        return moment == null ? "" : day(local(moment).toLocalDate());
    }

    /** {@code 12 Mar} or {@code 12.3.}, where the year is known. */
    public String dayAndMonth(LocalDate date) {
        Locale locale = LocaleContextHolder.getLocale();
        boolean english = locale.getLanguage().equals("en");
        return DateTimeFormatter.ofPattern(english ? "d MMM" : "d.M.", locale).format(date);
    }

    /** A value that was read: a date as dates are written, anything else as it is. */
    public String value(String value) {
        if (!ISO.matcher(value).matches()) {
            return value;
        }
        try {
            return day(LocalDate.parse(value));
        } catch (DateTimeParseException noDay) {
            return value;
        }
    }

    /** Day and time, the time alone if it is today. */
    public String moment(@Nullable Instant moment) {
        if (moment == null) {
            return "";
        }
        ZonedDateTime local = local(moment);
        String time = TIME.withLocale(LocaleContextHolder.getLocale()).format(local);
        return local.toLocalDate().equals(LocalDate.now(clock)) ? time : day(local.toLocalDate()) + ", " + time;
    }

    private ZonedDateTime local(Instant moment) {
        return moment.atZone(clock.getZone());
    }
}
