package io.liasse.capture.rendition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The pages of an Office file as they print, and behind them what the file holds and no page shows: comments, notes of
 * the speaker, hidden sheets. So nothing of it is lost to searching.
 *
 * @param number of pages, at least one
 */
public record OfficePages(Path pdf, int number) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,}");
    /** Fewer words are names of sheets. */
    private static final int WORTH_A_PAGE = 5;

    private static final String HEADING = "[+] Comments, notes, hidden parts";

    /** Empty where there is no PDF, or none of a size that can be read. */
    public static Optional<OfficePages> of(Optional<Path> printed, String text, Path folder, int mostPages)
            throws IOException {
        if (printed.isEmpty()) {
            return Optional.empty();
        }
        try (PDDocument document = open(printed.get())) {
            int pages = document.getNumberOfPages();
            if (pages == 0 || pages >= mostPages) {
                return Optional.empty();
            }
            String rest = rest(text, words(new PDFTextStripper().getText(document)));
            return Optional.of(
                    rest.isEmpty()
                            ? new OfficePages(printed.get(), pages)
                            : joined(document, printed.get(), HEADING + "\n\n" + rest, folder, mostPages - pages));
        }
    }

    private static OfficePages joined(PDDocument document, Path printed, String rest, Path folder, int mostPages)
            throws IOException {
        Path behind = Files.createDirectories(folder.resolve("office").resolve("rest"));
        TextPages pages = TextPages.write(rest, printed, behind, mostPages);
        Path all = folder.resolve("office").resolve("all.pdf");
        try (PDDocument more = open(pages.pdf())) {
            new PDFMergerUtility().appendDocument(document, more);
            document.save(all.toFile());
        }
        return new OfficePages(all, document.getNumberOfPages());
    }

    private static PDDocument open(Path pdf) throws IOException {
        return Loader.loadPDF(pdf.toFile(), "", IOUtils.createTempFileOnlyStreamCache());
    }

    /** The lines of which most words are on no page. */
    private static String rest(String text, Set<String> shown) {
        String rest = text.lines().filter(line -> missing(line, shown)).collect(Collectors.joining("\n"));
        return WORD.matcher(rest).results().count() < WORTH_A_PAGE ? "" : rest;
    }

    private static boolean missing(String line, Set<String> shown) {
        List<String> words = WORD.matcher(line.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        long missing = words.stream().filter(word -> !shown.contains(word)).count();
        return missing * 2 > words.size();
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
