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

    /** The words of a level page on the page turned clockwise by a multiple of 90 degrees. */
    PageWords turned(int degrees) {
        Scan.Paper paper = Scan.Paper.whole(width, height, false);
        Scan.Paper turned = paper.turned(degrees);
        List<PageWord> all = new ArrayList<>();
        for (PageWord word : words) {
            Box box = paper.lying(new Box(word.x(), word.y() - word.height(), word.width(), word.height()))
                    .turned(degrees)
                    .place();
            all.add(new PageWord(
                    word.text(),
                    word.confidence(),
                    word.block(),
                    word.line(),
                    box.left(),
                    box.top() + box.height(),
                    box.width(),
                    box.height()));
        }
        return new PageWords(turned.width(), turned.height(), degrees == 0 ? slope : 0, all);
    }

    private static Path lackingFile(Path folder, int page) {
        return folder.resolve("words").resolve("%05d.lacking.tsv".formatted(page));
    }

    /** Writes the file of a page. */
    public void write(Path folder, int page) throws IOException {
        write(file(folder, page));
    }

    /** Writes those words of a page that its PDF file lacks, where it has others. */
    void writeLacking(Path folder, int page) throws IOException {
        write(lackingFile(folder, page));
    }

    private void write(Path file) throws IOException {
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
        return read(file(folder, page));
    }

    /** The words of a page that are to be laid over it: those that its PDF file lacks. */
    public static PageWords lacking(Path folder, int page) throws IOException {
        Path lacking = lackingFile(folder, page);
        return Files.exists(lacking) ? read(lacking) : read(folder, page);
    }

    private static PageWords read(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
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
