package io.liasse.caseapi.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;

/** Finds words in a template that would reach people as they stand, past the message files. */
final class HardCodedText extends AbstractSimpleMarkupHandler {
    /** Their content, or they themselves, are replaced. */
    private static final Set<String> REPLACED = Set.of("th:text", "th:utext", "th:replace", "th:insert");

    private static final Set<String> READ_ALOUD = Set.of("alt", "title", "placeholder", "aria-label", "label");

    /** Names of keys are the same in all languages. */
    private static final Set<String> LITERAL = Set.of("kbd", "code");

    private final Deque<Boolean> replaced = new ArrayDeque<>();
    private final List<String> found = new ArrayList<>();

    static List<String> in(String template) {
        HardCodedText finder = new HardCodedText();
        try {
            new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(template, finder);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
        return finder.found;
    }

    @Override
    public void handleOpenElement(String name, Map<String, String> attributes, int line, int column) {
        checkAttributes(attributes, line);
        replaced.push(isReplaced() || LITERAL.contains(name) || attributesReplace(attributes));
    }

    @Override
    public void handleStandaloneElement(
            String name, Map<String, String> attributes, boolean minimised, int line, int column) {
        checkAttributes(attributes, line);
    }

    @Override
    public void handleCloseElement(String name, int line, int column) {
        replaced.pop();
    }

    @Override
    public void handleText(char[] buffer, int offset, int length, int line, int column) {
        String text = new String(buffer, offset, length).strip();
        if (!isReplaced() && text.codePoints().anyMatch(Character::isLetter)) {
            found.add(line + ": " + text);
        }
    }

    private boolean isReplaced() {
        return !replaced.isEmpty() && replaced.peek();
    }

    private static boolean attributesReplace(Map<String, String> attributes) {
        return attributes != null && attributes.keySet().stream().anyMatch(REPLACED::contains);
    }

    private void checkAttributes(Map<String, String> attributes, int line) {
        if (attributes == null || isReplaced()) {
            return;
        }
        attributes.forEach((name, value) -> {
            if (READ_ALOUD.contains(name) && value.codePoints().anyMatch(Character::isLetter)) {
                found.add(line + ": " + name + "=" + value);
            }
        });
    }
}
