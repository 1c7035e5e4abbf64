package io.liasse.caseapi.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags: version 3 is {@code "3"} (RFC 9110, section 8.8.3). */
public final class EntityTags {
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private EntityTags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The version that {@code If-Match} states; {@code *} means whatever {@code current} is. Absent is refused. */
    public static long required(@Nullable String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refusal(ProblemKind.VERSION_REQUIRED, null);
        }
        if (ifMatch.strip().equals("*")) {
            return current;
        }
        return matching(ifMatch, current);
    }

    /** The same where the header may be absent: then null. */
    public static @Nullable Long optional(@Nullable String ifMatch, long current) {
        return ifMatch == null || ifMatch.isBlank() ? null : Long.valueOf(required(ifMatch, current));
    }

    private static long matching(String ifMatch, long current) {
        Matcher tags = VERSION.matcher(ifMatch);
        while (tags.find()) {
            if (Long.parseLong(tags.group(1)) == current) {
                return current;
            }
        }
        throw new Refusal(ProblemKind.STALE, "It was changed in between");
    }
}
