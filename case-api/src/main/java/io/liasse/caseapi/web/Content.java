package io.liasse.caseapi.web;

import io.liasse.store.object.Sha256;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Stored bytes to be handed out.
 *
 * @param name of the file the browser would save
 * @param mediaType what the bytes are; see {@link #safeType}
 * @param disposition whether a browser may show it or must save it
 */
public record Content(Sha256 hash, long size, String name, String mediaType, Disposition disposition) {
    /** What a browser does with it. */
    public enum Disposition {
        INLINE,
        ATTACHMENT
    }

    private static final Pattern FORM = Pattern.compile("[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}");
    private static final Set<String> PICTURES =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/tiff", "image/bmp", "image/jp2");

    /** A type no browser runs anything for: pictures, PDF and text as they are, whatever could hold a script as bytes. */
    String safeType() {
        String type = mediaType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        if (!FORM.matcher(type).matches() || isActive(type)) {
            return "application/octet-stream";
        }
        return type.startsWith("text/") ? plain() : type;
    }

    private String plain() {
        return mediaType.toLowerCase(Locale.ROOT).contains("charset=utf-8") ? "text/plain;charset=UTF-8" : "text/plain";
    }

    /** Only what a browser can show without running it is ever shown. */
    boolean isShown() {
        String type = safeType();
        boolean harmless = PICTURES.contains(type) || type.equals("application/pdf") || type.startsWith("text/plain");
        return disposition == Disposition.INLINE && harmless;
    }

    boolean isPdf() {
        return safeType().equals("application/pdf");
    }

    private static boolean isActive(String type) {
        return type.contains("html")
                || type.contains("xml")
                || type.contains("svg")
                || type.contains("script")
                || type.contains("flash")
                || type.equals("multipart/related")
                || type.equals("message/rfc822");
    }
}
