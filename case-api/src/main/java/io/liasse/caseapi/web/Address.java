package io.liasse.caseapi.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An address of this program with its parameters, each encoded; what is null is left out. Immutable. */
public final class Address {
    private final String text;

    private Address(String text) {
        this.text = text;
    }

    /** A path that needs no encoding. */
    public static Address of(String path) {
        return new Address(path);
    }

    public Address with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        String encoded = URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
        return new Address(text + (text.indexOf('?') < 0 ? "?" : "&") + name + "=" + encoded);
    }

    @Override
    public String toString() {
        return text;
    }
}
