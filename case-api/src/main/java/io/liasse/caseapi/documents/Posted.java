package io.liasse.caseapi.documents;

import io.liasse.caseapi.security.SignedIn;
import io.liasse.caseapi.web.IdempotentPosts;
import io.liasse.routes.Incoming;
import io.liasse.routes.Incoming.Urgency;
import io.liasse.store.InvalidInput;
import io.liasse.store.document.DocumentTypes;
import io.liasse.store.document.Wishes;
import io.liasse.store.item.Channel;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * What came with a posted document, beside its bytes; unknown fields are refused, so that a mistyped one is not lost.
 *
 * @param source who or what sent it, in the sender's words; kept as the sender
 */
record Posted(MultipartFile file, Wishes wishes, @Nullable String source) {
    private static final Set<String> FIELDS = Set.of("case", "type", "title", "date", "language", "source", "_csrf");
    private static final Set<String> LANGUAGES = Set.of("fr", "de", "it", "en");
    private static final int LONGEST = 200;

    static Posted of(MultipartHttpServletRequest request, DocumentTypes types) {
        refuseUnknown(request);
        Wishes wishes = new Wishes(
                text(request, "case"), type(request, types), text(request, "title"), date(request), language(request));
        return new Posted(file(request), wishes, text(request, "source"));
    }

    Incoming incoming(@Nullable String key, SignedIn by) {
        return new Incoming(
                Channel.REST,
                key == null ? null : by.user().id() + "/" + IdempotentPosts.checked(key),
                name(),
                source == null ? by.user().username() : source,
                file.getContentType(),
                null,
                List.of(),
                List.of(),
                by.user().id(),
                wishes,
                by.manner() == SignedIn.Manner.FORM ? Urgency.PERSON_WAITS : Urgency.ROUTINE,
                source == null ? by.user().username() : source);
    }

    /** The last step of whatever path the sender gave; never used as a path here. */
    String name() {
        String given = String.valueOf(file.getOriginalFilename());
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .strip();
        String name = last.isEmpty() || last.equals("null") ? "document" : last;
        return name.length() > LONGEST ? name.substring(name.length() - LONGEST) : name;
    }

    private static void refuseUnknown(MultipartHttpServletRequest request) {
        List<String> names = new ArrayList<>(request.getParameterMap().keySet());
        names.removeAll(FIELDS);
        request.getMultiFileMap().keySet().stream()
                .filter(name -> !name.equals("file"))
                .forEach(names::add);
        if (!names.isEmpty()) {
            throw new InvalidInput(names.getFirst(), "is not known here");
        }
    }

    private static MultipartFile file(MultipartHttpServletRequest request) {
        List<MultipartFile> files = request.getFiles("file");
        if (files.size() != 1) {
            throw new InvalidInput("file", files.isEmpty() ? "is missing" : "must be one file");
        }
        return files.getFirst();
    }

    private static @Nullable String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST) {
            throw new InvalidInput(name, "must have at most " + LONGEST + " characters");
        }
        return value.strip();
    }

    private static @Nullable String type(HttpServletRequest request, DocumentTypes types) {
        String value = text(request, "type");
        return value == null ? null : knownType(value, types);
    }

    /** The key of a type, however it is capitalised. */
    static String knownType(String value, DocumentTypes types) {
        String key = value.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        if (!types.all().contains(key)) {
            throw new InvalidInput("type", "must be one of " + types.all());
        }
        return key;
    }

    private static @Nullable LocalDate date(HttpServletRequest request) {
        String value = text(request, "date");
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new InvalidInput("date", "must be a date like 2026-03-31");
        }
    }

    private static @Nullable String language(HttpServletRequest request) {
        String value = text(request, "language");
        String key = value == null ? null : value.toLowerCase(Locale.ROOT);
        if (key != null && !LANGUAGES.contains(key)) {
            throw new InvalidInput("language", "must be one of fr, de, it, en");
        }
        return key;
    }
}
