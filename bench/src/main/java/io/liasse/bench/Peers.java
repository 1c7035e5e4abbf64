package io.liasse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * The program beside the tools people use today: errors on upright, turned, askew and dirty pages and on pages in two
 * languages; time, processor time and size of the searchable file for stacks of pages. The tools are told the languages,
 * the program is not.
 */
final class Peers {
    private static final double POINTS_PER_PIXEL = 72.0 / 300;

    private Peers() {}

    static List<Figure> measure(Client client, Program program, Samples samples, Path scratch)
            throws IOException, InterruptedException {
        if (!Tool.isThere("ocrmypdf") || !Tool.isThere("unpaper")) {
            throw new IllegalStateException("the comparison needs ocrmypdf and unpaper: apt install ocrmypdf unpaper");
        }
        Path folder = Files.createDirectories(scratch.resolve("peers"));
        List<Figure> figures = new ArrayList<>(errors(client, samples, folder));
        figures.addAll(stacks(client, program, samples, folder));
        return figures;
    }

    /** Character and word errors of the three on one page. */
    private record Compared(String kind, Likeness program, Likeness tesseract, Likeness ocrMyPdf) {}

    private static List<Figure> errors(Client client, Samples samples, Path folder)
            throws IOException, InterruptedException {
        List<Variants.Page> pages = Variants.write(samples, folder.resolve("pages"));
        Map<Variants.Page, String> ids =
                pages.stream().collect(Collectors.toMap(page -> page, page -> client.post(page.file())));
        client.awaitAllRead();
        Map<Variants.Page, Compared> compared = new ConcurrentHashMap<>();
        Clients.work(Runtime.getRuntime().availableProcessors(), pages, page -> {
            compared.put(
                    page,
                    new Compared(
                            page.kind(),
                            new Likeness(page.truth(), client.text(Objects.requireNonNull(ids.get(page)))),
                            new Likeness(page.truth(), Tool.tesseract(page, folder)),
                            new Likeness(page.truth(), Tool.ocrMyPdf(page, folder))));
        });
        List<Figure> figures = new ArrayList<>();
        new TreeMap<>(compared.values().stream().collect(Collectors.groupingBy(Compared::kind)))
                .forEach((kind, some) -> {
                    String on = some.size() + " pages, " + kind + ", beside ";
                    double characters =
                            100 * mean(some.stream().map(Compared::program).toList(), true);
                    double words =
                            100 * mean(some.stream().map(Compared::program).toList(), false);
                    List<Likeness> bare = some.stream().map(Compared::tesseract).toList();
                    List<Likeness> peer = some.stream().map(Compared::ocrMyPdf).toList();
                    figures.add(
                            new Figure("character errors", characters, "%", 100 * mean(bare, true), on + "tesseract"));
                    figures.add(new Figure("words missed", words, "%", 100 * mean(bare, false), on + "tesseract"));
                    String other = "ocrmypdf --rotate-pages --deskew";
                    figures.add(new Figure("character errors", characters, "%", 100 * mean(peer, true), on + other));
                    figures.add(new Figure("words missed", words, "%", 100 * mean(peer, false), on + other));
                });
        return figures;
    }

    private static double mean(List<Likeness> pages, boolean characters) {
        return pages.stream()
                .mapToDouble(page -> characters ? page.characterErrors() : 1 - page.wordsFound())
                .average()
                .orElse(0);
    }

    private static List<Figure> stacks(Client client, Program program, Samples samples, Path folder)
            throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        List<List<String>> ways = List.of(List.of(), List.of("--rotate-pages", "--deskew", "--clean"));
        Map<List<String>, Tool.Took> peer = new TreeMap<>((a, b) -> a.size() - b.size());
        double wall = 0;
        double processor = 0;
        long bytes = 0;
        long peerBytes = 0;
        int pages = 0;
        for (String language : Samples.LANGUAGES.stream().sorted().toList()) {
            Path stack = folder.resolve("stack-" + language + ".pdf");
            pages += stack(samples, language, stack);
            Map<String, Double> before = program.processorSeconds();
            long start = System.nanoTime();
            String id = client.post(stack);
            client.awaitAllRead();
            wall += (System.nanoTime() - start) / 1e9;
            processor += sum(program.processorSeconds()) - sum(before);
            bytes += client.pdf(id).length;
            for (List<String> options : ways) {
                Path out = folder.resolve("peer-" + language + options.size() + ".pdf");
                Tool.Took took = Tool.ocrMyPdf(stack, out, Objects.requireNonNull(Tool.MODELS.get(language)), options);
                peer.merge(options, took, (a, b) -> new Tool.Took(a.wall() + b.wall(), a.processor() + b.processor()));
                peerBytes += options.isEmpty() ? Files.size(out) : 0;
            }
        }
        for (List<String> options : ways) {
            Tool.Took took = Objects.requireNonNull(peer.get(options));
            String on = pages + " pages in four stacks, beside "
                    + ("ocrmypdf --jobs N " + String.join(" ", options)).strip();
            figures.add(new Figure("pages of stacks, wall time", pages / wall, "pages/s", pages / took.wall(), on));
            figures.add(new Figure(
                    "pages of stacks, processor time",
                    pages / processor,
                    "pages per CPU s",
                    pages / took.processor(),
                    on));
        }
        figures.add(new Figure(
                "searchable PDF",
                bytes / 1024.0 / pages,
                "kB/page",
                peerBytes / 1024.0 / pages,
                pages + " pages beside ocrmypdf"));
        return figures;
    }

    private static double sum(Map<String, Double> seconds) {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Writes the pages of a language as scans into one file; gives their number. */
    private static int stack(Samples samples, String language, Path file) throws IOException {
        List<Path> pages = samples.pages().stream()
                .filter(page -> page.language().equals(language))
                .map(Samples.PagePicture::file)
                .toList();
        try (PDDocument document = new PDDocument()) {
            for (Path page : pages) {
                PDImageXObject picture = PDImageXObject.createFromFileByContent(page.toFile(), document);
                PDRectangle paper = new PDRectangle((float) (picture.getWidth() * POINTS_PER_PIXEL), (float)
                        (picture.getHeight() * POINTS_PER_PIXEL));
                PDPage sheet = new PDPage(paper);
                document.addPage(sheet);
                try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                    content.drawImage(picture, 0, 0, paper.getWidth(), paper.getHeight());
                }
            }
            document.save(file.toFile());
        }
        return pages.size();
    }
}
