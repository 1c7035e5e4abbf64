package io.liasse.capture.rendition;

import io.liasse.capture.Reading.Derived;
import io.liasse.capture.Reading.Derived.Kind;
import io.liasse.capture.page.OpenDocuments;
import io.liasse.capture.page.PageReading;
import io.liasse.capture.page.PageWords;
import io.liasse.capture.signature.Signatures;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Makes the renditions of the whole document out of what its pages left in its folder: text, ALTO, searchable PDF. */
public final class Assembly {
    /** Writes all three. Pages that could not be read have no files and stay empty. */
    public List<Derived> assemble(Task.Assemble task) throws IOException {
        return List.of(text(task), Alto.write(task), pdf(task));
    }

    private static Derived text(Task.Assemble task) throws IOException {
        Path folder = task.source().folder();
        Path file = folder.resolve("document.txt");
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int page = 1; page <= task.pages(); page++) {
                out.write((page == 1 ? "" : "\f").getBytes(StandardCharsets.UTF_8));
                Path text = PageReading.textFile(folder, page);
                if (Files.exists(text)) {
                    Files.copy(text, out);
                }
            }
        }
        return new Derived(Kind.TEXT, 0, file, "text/plain;charset=UTF-8");
    }

    private static Derived pdf(Task.Assemble task) throws IOException {
        Path file = switch (task.source().form()) {
            case TEXT -> task.source().file();
            case IMAGE -> ImagePdf.write(task);
            case PDF -> overlaid(task);
        };
        return new Derived(Kind.PDF, 0, file, "application/pdf");
    }

    /**
     * The original itself where nothing was recognised and no password is needed, and where it is signed, since a copy would
     * bear a signature that does not hold; else a copy with words laid over.
     */
    private static Path overlaid(Task.Assemble task) throws IOException {
        Task.Source source = task.source();
        if (task.turned().isEmpty() && source.password() == null) {
            return source.file();
        }
        Path file = source.folder().resolve("document.pdf");
        try (PDDocument document = OpenDocuments.load(source)) {
            if (Signatures.in(document) && source.password() == null) {
                return source.file();
            }
            String title = document.getDocumentInformation().getTitle();
            boolean scanned = task.turned().size() == document.getNumberOfPages() && BareScan.reduce(document);
            lay(task, document);
            document.setAllSecurityToBeRemoved(true);
            if (scanned) {
                PdfA.claim(document, title, source.file());
            } else {
                PdfA.disclaim(document);
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static void lay(Task.Assemble task, PDDocument document) throws IOException {
        InvisibleText layer = new InvisibleText(document);
        for (Task.Turned turned : task.turned()) {
            PDPage page = document.getPage(turned.number() - 1);
            page.setRotation(Math.floorMod(page.getRotation() + turned.degrees(), 360));
            layer.lay(PageWords.lacking(task.source().folder(), turned.number()), page);
        }
    }
}
