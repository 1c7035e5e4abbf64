package io.liasse.capture.rendition;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** The typefaces of HTML pages: those of the system that measure like the usual ones, and one that is always there. */
final class Typefaces {
    private static final Path LIBERATION = Path.of("/usr/share/fonts/truetype/liberation");
    private static final String ALWAYS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final Set<FSFontUseCase> USE = EnumSet.of(FSFontUseCase.DOCUMENT);
    private static final Set<FSFontUseCase> LAST = EnumSet.of(FSFontUseCase.FALLBACK_FINAL);

    /** Letters that Liberation does not have; whatever of these is installed. */
    private static final List<Path> MORE_LETTERS = List.of(
            Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
            Path.of("/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf"),
            Path.of("/usr/share/fonts/truetype/noto/NotoSansHebrew-Regular.ttf"),
            Path.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"));

    private static final List<String> SANS =
            List.of("Arial", "Helvetica", "Calibri", "Verdana", "Tahoma", "Segoe UI", "sans-serif", "Liberation Sans");
    private static final List<String> SERIF = List.of("Times New Roman", "Times", "Georgia", "Cambria", "serif");
    private static final List<String> MONO = List.of("Courier New", "Courier", "Consolas", "monospace");

    private Typefaces() {}

    static void lay(PdfRendererBuilder builder) {
        faces(builder, "LiberationSans", SANS);
        faces(builder, "LiberationSerif", SERIF);
        faces(builder, "LiberationMono", MONO);
        builder.useFont(Typefaces::always, "always", 400, FontStyle.NORMAL, true, LAST);
        for (Path face : MORE_LETTERS) {
            if (Files.isRegularFile(face)) {
                builder.useFont(face.toFile(), face.getFileName().toString(), 400, FontStyle.NORMAL, true, LAST);
            }
        }
    }

    private static InputStream always() {
        return Objects.requireNonNull(PDFont.class.getResourceAsStream(ALWAYS));
    }

    private static void faces(PdfRendererBuilder builder, String face, List<String> families) {
        for (String family : families) {
            use(builder, face + "-Regular.ttf", family, 400, FontStyle.NORMAL);
            use(builder, face + "-Bold.ttf", family, 700, FontStyle.NORMAL);
            use(builder, face + "-Italic.ttf", family, 400, FontStyle.ITALIC);
            use(builder, face + "-BoldItalic.ttf", family, 700, FontStyle.ITALIC);
        }
    }

    private static void use(PdfRendererBuilder builder, String name, String family, int weight, FontStyle style) {
        File file = LIBERATION.resolve(name).toFile();
        if (file.isFile()) {
            builder.useFont(file, family, weight, style, true, USE);
        }
    }
}
