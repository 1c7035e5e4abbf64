package io.liasse.caseapi.inbox;

import io.liasse.caseapi.documents.FieldLine;
import io.liasse.store.document.Box;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One frame on a page, around one value or around a code with all its values. */
record FieldFrame(FieldLine.Frame frame, List<FieldLine> fields) {
    /** Of the page's height. */
    private static final double ROOMY = 0.06;

    /** Further right on the page, a name beside the frame would not fit. */
    private static final double RIGHTMOST = 0.62;

    FieldFrame {
        fields = List.copyOf(fields);
    }

    /** One frame for each place, in the order read. */
    static List<FieldFrame> on(int page, List<FieldLine> lines) {
        Map<FieldLine.Frame, List<FieldLine>> places = new LinkedHashMap<>();
        for (FieldLine line : lines) {
            FieldLine.Frame frame = line.frame();
            if (frame != null && line.framed(page)) {
                places.computeIfAbsent(frame, none -> new ArrayList<>()).add(line);
            }
        }
        return places.entrySet().stream()
                .map(place -> new FieldFrame(place.getKey(), place.getValue()))
                .toList();
    }

    /** Whether the names of several values have room in the frame, one below the other. */
    public boolean roomy() {
        Box box = fields.getFirst().box();
        return fields.size() > 1 && box != null && box.height() > ROOMY;
    }

    /** Where the names of the values stand, in percent of the page's width: after the frame, else at its left. */
    public String nameAt() {
        Box box = fields.getFirst().box();
        return box == null || !beside()
                ? frame.x()
                : String.format(Locale.ROOT, "%.2f%%", 100 * (box.x() + box.width()));
    }

    /** Whether the names stand after the frame, in its line; else above it. */
    public boolean beside() {
        Box box = fields.getFirst().box();
        return box != null && !roomy() && box.x() + box.width() < RIGHTMOST;
    }
}
