package io.liasse.capture.page;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of one page, kept in a file of the document's folder until the renditions are made: a line for the page
 * (width, height, slope), then a line per word, separated by tabs.
 *
 * @param width of the page as displayed, in points
 * @param slope degrees by which lines of text rise (positive) or fall
 */
public record PageWords(double width, double height, double slope, List<PageWord> words) {
    public PageWords {
        words = List.copyOf(words);
    }

    /** The file of a page in the document's folder. */
    public static Path file(Path folder, int page) {
        return folder.resolve("words").resolve("%05d.tsv".formatted(page));
    }

    /** Writes the file of a page. */
    public void write(Path folder, int page) throws IOException {
        Path file = file(folder, page);
        Files.createDirectories(file.getParent());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.format(Locale.ROOT, "%.3f\t%.3f\t%.4f%n", width, height, slope));
            for (PageWord word : words) {
                out.write(line(word));
            }
        }
    }

    private static String line(PageWord word) {
        return String.format(
                Locale.ROOT,
                "%.4f\t%d\t%d\t%.3f\t%.3f\t%.3f\t%.3f\t%s%n",
                word.confidence(),
                word.block(),
                word.line(),
                word.x(),
                word.y(),
                word.width(),
                word.height(),
                word.text().replaceAll("\\s+", " "));
    }

    /** Reads the file of a page. */
    public static PageWords read(Path folder, int page) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file(folder, page))) {
            String[] sizes = in.readLine().split("\t");
            List<PageWord> words = new ArrayList<>();
            for (String row = in.readLine(); row != null; row = in.readLine()) {
                words.add(word(row.split("\t", 8)));
            }
            return new PageWords(number(sizes[0]), number(sizes[1]), number(sizes[2]), words);
        }
    }

    private static PageWord word(String[] cells) {
        return new PageWord(
                cells[7],
                number(cells[0]),
                Integer.parseInt(cells[1]),
                Integer.parseInt(cells[2]),
                number(cells[3]),
                number(cells[4]),
                number(cells[5]),
                number(cells[6]));
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
