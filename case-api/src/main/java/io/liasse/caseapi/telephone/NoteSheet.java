package io.liasse.caseapi.telephone;

import io.liasse.caseapi.web.LayoutDates;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.task.NewTask;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes a telephone note as the file that is kept of it: HTML 5 in UTF-8, in the language of who writes it, with nothing
 * from elsewhere. The same note of the same day gives the same bytes. Thread-safe.
 */
@Component
final class NoteSheet {
    private static final String STYLE = """
            body { font-family: Arial, sans-serif; line-height: 1.4; }
            h1 { font-size: 150%; margin: 0 0 1em; }
            h2 { font-size: 110%; margin: 1.5em 0 .5em; }
            th { text-align: left; vertical-align: top; font-weight: normal; color: #555; padding: 0 1.5em .3em 0; }
            td { vertical-align: top; padding: 0 0 .3em; }
            .kind { color: #555; margin: 0; }
            .said { white-space: pre-wrap; }
            """;

    private final MessageSource texts;
    private final LayoutDates dates;
    private final Clock clock;

    NoteSheet(MessageSource texts, LayoutDates dates, Clock clock) {
        this.texts = texts;
        this.dates = dates;
        this.clock = clock;
    }

    /** What stands on the sheet beside the note; {@code partner} is whom one spoke with. */
    record Around(String partner, Instant at, @Nullable CaseReference file, String writer) {}

    byte[] of(TelephoneNote note, Around around) {
        String subject = escaped(note.subject());
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="UTF-8">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <p class="kind">%s</p>
                <h1 dir="auto">%s</h1>
                <table>
                %s</table>
                %s</body>
                </html>
                """.formatted(
                        locale().getLanguage(),
                        subject,
                        STYLE,
                        text("telephone.note"),
                        subject,
                        facts(note, around),
                        said("telephone.text", note.text()) + toDo(note.toDo()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String facts(TelephoneNote note, Around around) {
        String number = note.partner().number();
        CaseReference file = around.file();
        return fact("telephone.direction", texts("telephone.direction." + note.direction()))
                + fact("telephone.partner", around.partner())
                + (number == null ? "" : fact("telephone.number", number))
                + fact("telephone.at", moment(around.at()))
                + (file == null ? "" : fact("telephone.case", file.toString()))
                + fact("telephone.writer", around.writer() + ", " + dates.day(LocalDate.now(clock)));
    }

    private String fact(String key, String value) {
        return "<tr><th>%s</th><td dir=\"auto\">%s</td></tr>\n".formatted(text(key), escaped(value));
    }

    private String said(String key, String value) {
        return "<h2>%s</h2>\n<div class=\"said\" dir=\"auto\">%s</div>\n".formatted(text(key), escaped(value));
    }

    private String toDo(@Nullable NewTask toDo) {
        if (toDo == null) {
            return "";
        }
        String due = toDo.dueOn() == null ? "" : " · " + texts("telephone.due", dates.day(toDo.dueOn()));
        return said("telephone.toDo", toDo.what() + due);
    }

    /** With its distance from UTC: the file outlives what the program knows of time zones. */
    private String moment(Instant at) {
        ZonedDateTime local = at.atZone(clock.getZone());
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale())
                        .format(local)
                + " (UTC" + (local.getOffset().getTotalSeconds() == 0 ? "" : local.getOffset()) + ")";
    }

    private String text(String key) {
        return escaped(texts(key));
    }

    private String texts(String key, Object... arguments) {
        return texts.getMessage(key, arguments, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
