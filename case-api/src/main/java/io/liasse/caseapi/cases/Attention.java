package io.liasse.caseapi.cases;

import java.util.List;

/**
 * Something about a case that a person should look at.
 *
 * @param key message key, with {@code arguments}
 * @param path where it can be dealt with; {@code key} and {@code .link} is the key of the link's text
 */
record Attention(String key, List<Object> arguments, String path) {
    Attention {
        arguments = List.copyOf(arguments);
    }

    public Object[] argumentArray() {
        return arguments.toArray();
    }
}
