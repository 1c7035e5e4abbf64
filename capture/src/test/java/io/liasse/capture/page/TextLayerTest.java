package io.liasse.capture.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.Samples;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("samples")
final class TextLayerTest {
    @ParameterizedTest
    @CsvSource({
        "pdf-textlayer/PDFBOX-3110-poems-beads.pdf, 1, good-layer",
        "pdf-textlayer/eu-001.pdf, 2, good-layer",
        "pdf-textlayer/ArabicCIDTrueType.pdf, 1, good-layer",
        "pdf-textlayer/openoffice-test-document.pdf, 1, good-layer",
        "pdf-textlayer/french_diacritics.pdf, 1, good-layer",
        "pdf-textlayer/truetype_font_nomapping.pdf, 1, letters-without-text",
        "pdf-textlayer/epson.pdf, 1, no-layer",
        "scans/jbig2.pdf, 1, no-layer",
        "scans/multi-page-mixed.pdf, 2, no-layer",
        "pdf-forms/SimpleForm2Fields.pdf, 1, empty-page"
    })
    void saysWhyItUsesTheLayerOrNot(String name, int page, String because) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(Samples.file("capture/" + name).toFile())) {
            PdfPage.Choice choice = new PdfPage(document, page, 120_000_000).layer();
            assertThat(choice.because()).isEqualTo(because);
            assertThat(choice.layer() != null).isEqualTo(because.equals("good-layer") || because.equals("empty-page"));
        }
    }
}
