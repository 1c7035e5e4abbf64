package io.liasse.capture;

import io.liasse.capture.rendition.SheetPdf;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * An A4 sheet to lie in a stack of papers, with a code that {@link DocumentReader} finds: as QR and as Code 128, so that
 * one is legible when the other is not.
 *
 * @param heading what kind of sheet it is
 * @param large in letters to be read from afar
 * @param lines what to do with it
 * @param code the value of its codes: letters, digits and signs of ASCII
 * @param patch whether it also has the bars of patch code T along its upper and lower edge
 */
public record PrintedSheet(String heading, String large, List<String> lines, String code, boolean patch) {
    public PrintedSheet {
        lines = List.copyOf(lines);
    }

    /** Writes it as a PDF file. */
    public void write(OutputStream out) throws IOException {
        SheetPdf.write(this, out);
    }
}
