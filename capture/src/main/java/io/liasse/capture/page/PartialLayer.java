package io.liasse.capture.page;

import io.liasse.capture.ocr.Recognition;
import io.liasse.capture.ocr.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the pictures of a page that has text beside them, and joins what they say with it. */
final class PartialLayer {
    /** Paragraphs read worse than this are drawings taken for letters. */
    private static final double LEGIBLE = 0.6;

    private static final int FEW_LETTERS = 10;

    private final ScanReading scans;
    private final int resolution;

    PartialLayer(ScanReading scans, int resolution) {
        this.scans = scans;
        this.resolution = resolution;
    }

    /** A page with the words of its pictures, and how surely those were read, from 0 to 1. */
    record Completed(Joined joined, double confidence) {}

    /**
     * Recognises a part of the page.
     *
     * @param print where there is print without text
     * @param language to expect; null: find it
     * @return empty where nothing is found there that is legible and missing
     */
    Optional<Completed> read(PdfPage page, Box print, Layer.Text layer, @Nullable String language) throws IOException {
        try (Scan whole = page.drawn(resolution);
                Scan part = whole.part(print)) {
            ScanReading.Result result = scans.read(part, language);
            Recognition legible = legible(result.recognition());
            if (legible.letters() < FEW_LETTERS) {
                return Optional.empty();
            }
            Joined joined = Joined.of(layer, words(part, result.of(legible)));
            return joined.added().words().isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Completed(result.turn() % 180 == 0 ? joined : joined.aside(), legible.confidence()));
        }
    }

    private static Recognition legible(Recognition read) {
        Map<Integer, List<Word>> paragraphs = new LinkedHashMap<>();
        read.words()
                .forEach(word -> paragraphs
                        .computeIfAbsent(word.block(), block -> new ArrayList<>())
                        .add(word));
        return new Recognition(paragraphs.values().stream()
                .filter(words -> new Recognition(words).confidence() >= LEGIBLE)
                .flatMap(Collection::stream)
                .toList());
    }

    /** On the page as it lies: only the picture may be turned. */
    private static PageWords words(Scan part, ScanReading.Result result) {
        if (result.turn() == 0) {
            return Placement.words(part, result);
        }
        try (Scan upright = part.turned(result.turn())) {
            return Placement.words(upright, result).turned(-result.turn());
        }
    }
}
