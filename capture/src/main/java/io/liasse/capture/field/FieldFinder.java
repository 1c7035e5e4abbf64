package io.liasse.capture.field;

import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.page.PageWord;
import io.liasse.capture.page.PageWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the values on a page, line by line. What is more certain is looked for first and keeps its place in the line. */
public final class FieldFinder {
    private static final int MOST = 200;

    private final Labels labels = Labels.usual();
    private final Dates dates;
    private final Phones phones;

    /** {@code region}: ISO 3166 code of the country that telephone numbers without a country code belong to. */
    public FieldFinder(String region, Clock clock) {
        this.dates = new Dates(LocalDate.now(clock));
        this.phones = new Phones(region);
    }

    /** The values of a page, each once, from top to bottom; no more than 200. */
    public List<FoundField> find(PageWords page) {
        List<FoundField> fields = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (TextLine line : TextLine.of(page.words())) {
            for (Find find : finds(line.text())) {
                if (fields.size() < MOST && known.add(find.name() + " " + find.value())) {
                    fields.add(placed(find, line.words(find.start(), find.end()), page));
                }
            }
        }
        return fields;
    }

    private List<Find> finds(String text) {
        List<Find> finds = new ArrayList<>();
        addFree(finds, Identifiers.in(text));
        addFree(finds, labels.in(text, dates));
        addFree(finds, dates.in(text));
        addFree(finds, Amounts.in(text));
        addFree(finds, phones.in(text));
        return finds;
    }

    private static void addFree(List<Find> finds, List<Find> more) {
        for (Find find : more) {
            if (finds.stream().noneMatch(find::overlaps)) {
                finds.add(find);
            }
        }
    }

    /** The box around the words, as fractions of the page; as sure as the least sure of them. */
    private static FoundField placed(Find find, List<PageWord> words, PageWords page) {
        double slope = Math.toRadians(page.slope());
        double left = 1;
        double top = 1;
        double right = 0;
        double bottom = 0;
        double confidence = 1;
        for (PageWord word : words) {
            double rise = word.width() * Math.sin(slope);
            left = Math.min(left, word.x() / page.width());
            right = Math.max(right, (word.x() + word.width() * Math.cos(slope)) / page.width());
            top = Math.min(top, (word.y() - word.height() - Math.max(0, rise)) / page.height());
            bottom = Math.max(bottom, (word.y() + Math.max(0, -rise)) / page.height());
            confidence = Math.min(confidence, word.confidence());
        }
        return new FoundField(
                find.name(), find.value(), left, top, right - left, bottom - top, confidence, find.valid());
    }
}
