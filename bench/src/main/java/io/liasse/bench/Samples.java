package io.liasse.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.json.JsonMapper;

/** The sample documents beside the checkout: {@code shared/data}, found upwards or where {@code LIASSE_SHARED} points. */
record Samples(Path data) {
    private static final Set<String> WITHOUT_PICTURES =
            Set.of("docx", "doc", "xlsx", "xls", "pptx", "odt", "ods", "rtf", "eml", "msg", "html", "txt", "csv");
    static final Set<String> LANGUAGES = Set.of("en", "fr", "de", "it");

    static Samples find() {
        String given = System.getenv("LIASSE_SHARED");
        if (given != null) {
            return new Samples(Path.of(given, "data"));
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("shared/data"))) {
                return new Samples(folder.resolve("shared/data"));
            }
        }
        throw new IllegalStateException("no sample documents: set LIASSE_SHARED to the folder that holds data/");
    }

    /** Office files and mails, which need no OCR. */
    List<Path> withoutPictures() {
        return Stream.of("capture/office", "mail/james", "mail/spamassassin")
                .flatMap(folder -> files(data.resolve(folder)))
                .filter(file -> WITHOUT_PICTURES.contains(ending(file)))
                .sorted()
                .toList();
    }

    /** Files that are meant to hurt. */
    List<Path> hostile() {
        return files(data.resolve("hostile"))
                .filter(file -> file.toFile().length() > 0)
                .sorted()
                .toList();
    }

    /** A picture of one page in a known language. */
    record PagePicture(Path file, String language) {
        /** The folder it comes from, named after kind and language. */
        String kind() {
            return file.getName(file.getNameCount() - 2).toString();
        }
    }

    /** Pictures of pages in one of the four languages whose text is known, till receipts among them. */
    List<PagePicture> knownPages() {
        return files(data.resolve("ocr-pages"))
                .filter(file -> Set.of("png", "jpg", "tif").contains(ending(file)))
                .map(file -> new PagePicture(file, file.getFileName().toString().substring(0, 2)))
                .filter(page -> LANGUAGES.contains(page.language()))
                .filter(page -> Files.exists(truth(page.file())))
                .sorted((a, b) -> a.file().compareTo(b.file()))
                .toList();
    }

    /** Of those the printed and typewritten pages that stand upright. */
    List<PagePicture> upright() {
        return knownPages().stream()
                .filter(page -> page.kind().startsWith("rendered-")
                        || page.kind().startsWith("typewritten-")
                        || page.file().toString().contains("phototest.tif")
                        || page.file().toString().contains("letter-scan")
                        || page.file().toString().contains("8087")
                        || page.file().toString().contains("udhr")
                        || page.file().toString().contains("linn"))
                .toList();
    }

    /** Where the true text of a page is. */
    static Path truth(Path file) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.[a-z]+$", ".gt.txt"));
    }

    /** Pictures of pages in the four languages, printed and typewritten. */
    List<PagePicture> pages() {
        return files(data.resolve("ocr-pages"))
                .filter(file -> Set.of("png", "jpg", "tif").contains(ending(file)))
                .map(file -> new PagePicture(file, file.getFileName().toString().substring(0, 2)))
                .filter(page -> LANGUAGES.contains(page.language()))
                .filter(page -> !page.file().toString().contains("receipts"))
                .sorted((a, b) -> a.file().compareTo(b.file()))
                .toList();
    }

    /** Articles of running text in the language. */
    List<String> articles(String language) {
        List<String> articles = new ArrayList<>();
        JsonMapper json = JsonMapper.builder().build();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(data.resolve("corpus/" + language + ".jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                articles.add(json.readTree(line).get("text").asString());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return articles;
    }

    /** Words, pairs of words, phrases and prefixes for the language, as typed. */
    List<String> queries(String language) {
        try (Stream<String> lines = Files.lines(data.resolve("corpus/queries-" + language + ".tsv"))) {
            return lines.skip(1)
                    .map(line -> line.split("\t", -1)[0].replace("+", ""))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The files of a folder whose names end so. */
    List<Path> beside(String folder, String end) {
        return files(data.resolve(folder))
                .filter(file -> file.toString().endsWith(end))
                .sorted()
                .toList();
    }

    /** The document that a file of truth is about. */
    Path document(Path truth, String end) {
        String name = truth.getFileName().toString().replace(end, "");
        return Stream.of(".pdf", ".png", ".jpg")
                .map(ending -> truth.resolveSibling(name + ending))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no document for " + truth));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
