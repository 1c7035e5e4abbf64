package io.liasse.routes.reading;

import java.util.List;

/** The name of a document made of pages of a stack: that of the stack, with the pages. */
final class SectionName {
    private SectionName() {}

    static String of(String stack, List<Integer> pages) {
        int dot = stack.lastIndexOf('.');
        String stem = dot > 0 && stack.length() - dot <= 5 ? stack.substring(0, dot) : stack;
        int first = pages.getFirst();
        int last = pages.getLast();
        return Plain.name(stem + " (" + (first == last ? "" + first : first + "–" + last) + ").pdf");
    }
}
