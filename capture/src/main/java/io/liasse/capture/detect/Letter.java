package io.liasse.capture.detect;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Set;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.jspecify.annotations.Nullable;

/** What a file says about itself: title and date, and for a mail the lines above its text. */
record Letter(@Nullable String title, @Nullable LocalDate date, String head) {
    private static final Set<String> MAILS = Set.of("message/rfc822", "application/vnd.ms-outlook");

    static Letter of(MediaType type, Metadata metadata) {
        return MAILS.contains(type.getBaseType().toString())
                ? mail(metadata)
                : new Letter(Titles.clean(metadata.get(TikaCoreProperties.TITLE)), null, "");
    }

    /** The head above the text. */
    String headed(String body) {
        return head.isEmpty() ? body : head + "\n" + body;
    }

    private static Letter mail(Metadata metadata) {
        String subject = Titles.subject(subjectOf(metadata));
        LocalDate date = sent(metadata);
        StringBuilder head = new StringBuilder();
        line(head, "From", metadata.getValues(Message.MESSAGE_FROM));
        line(head, "To", metadata.getValues(Message.MESSAGE_TO));
        line(head, "Cc", metadata.getValues(Message.MESSAGE_CC));
        line(head, "Date", date == null ? new String[0] : new String[] {date.toString()});
        line(head, "Subject", subject == null ? new String[0] : new String[] {subject});
        return new Letter(subject, date, head.toString());
    }

    private static @Nullable String subjectOf(Metadata metadata) {
        String subject = metadata.get(TikaCoreProperties.SUBJECT);
        return subject == null ? metadata.get(TikaCoreProperties.TITLE) : subject;
    }

    private static void line(StringBuilder head, String label, String[] values) {
        if (values.length > 0) {
            head.append(label)
                    .append(": ")
                    .append(String.join(", ", Arrays.stream(values).distinct().toList()))
                    .append('\n');
        }
    }

    /** The day on the sender's calendar where the mail tells its time zone. */
    private static @Nullable LocalDate sent(Metadata metadata) {
        LocalDate own =
                day(metadata.get(Message.MESSAGE_RAW_HEADER_PREFIX + "Date"), DateTimeFormatter.RFC_1123_DATE_TIME);
        return own == null ? created(metadata) : own;
    }

    private static @Nullable LocalDate day(@Nullable String text, DateTimeFormatter format) {
        if (text == null) {
            return null;
        }
        try {
            return ZonedDateTime.parse(text.replaceAll("\\s*\\(.*\\)\\s*$", "").strip(), format)
                    .toLocalDate();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate created(Metadata metadata) {
        return day(metadata.get(TikaCoreProperties.CREATED), DateTimeFormatter.ISO_DATE_TIME);
    }
}
