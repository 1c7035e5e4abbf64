package io.liasse.capture.rendition;

import io.liasse.capture.page.PageImages;
import io.liasse.capture.page.PageWords;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Makes a searchable PDF/A-2b of a picture file: its JPEG or PNG bytes as they are, other pictures as the pages kept them. */
final class ImagePdf {
    private ImagePdf() {}

    static Path write(Task.Assemble task) throws IOException {
        Path file = task.source().folder().resolve("document.pdf");
        Map<Integer, Integer> turns =
                task.turned().stream().collect(Collectors.toMap(Task.Turned::number, Task.Turned::degrees));
        try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            InvisibleText layer = new InvisibleText(document);
            for (int number = 1; number <= task.pages(); number++) {
                if (turns.containsKey(number)) {
                    add(document, layer, task.source(), number, turns.get(number));
                } else {
                    document.addPage(new PDPage(PDRectangle.A4));
                }
            }
            PdfA.claim(document, null, task.source().file());
            document.save(file.toFile());
        }
        return file;
    }

    private static void add(PDDocument document, InvisibleText layer, Task.Source source, int number, int degrees)
            throws IOException {
        PageWords words = PageWords.read(source.folder(), number);
        boolean swapped = degrees % 180 != 0;
        PDRectangle size = new PDRectangle(
                (float) (swapped ? words.height() : words.width()), (float) (swapped ? words.width() : words.height()));
        PDPage page = new PDPage(size);
        page.setRotation(degrees);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(image(document, source, number), 0, 0, size.getWidth(), size.getHeight());
        }
        layer.lay(words, page);
    }

    private static PDImageXObject image(PDDocument document, Task.Source source, int number) throws IOException {
        Path fax = PageImages.fax(source.folder(), number);
        if (Files.exists(fax)) {
            return CCITTFactory.createFromFile(document, fax.toFile());
        }
        for (Path kept : List.of(
                PageImages.jpeg(source.folder(), number), PageImages.png(source.folder(), number), source.file())) {
            if (Files.exists(kept)) {
                return coded(document, kept);
            }
        }
        throw new NoSuchFileException(source.file().toString());
    }

    private static PDImageXObject coded(PDDocument document, Path file) throws IOException {
        if (PageImages.isPng(file)) {
            return PDImageXObject.createFromByteArray(document, Files.readAllBytes(file), "page.png");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return JPEGFactory.createFromStream(document, in);
        }
    }
}
