package io.liasse.capture.detect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.TikaException;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.Parser;
import org.xml.sax.SAXException;

/**
 * Tika's detector and parsers. Left out are its own Tesseract, whatever starts other programs, and parsers of files that
 * are no documents: programs, sound, film, fonts. PDF and pictures are read here without Tika.
 */
final class TikaParts {
    private static final String CONFIGURATION = """
            <properties>
              <parsers>
                <parser class="org.apache.tika.parser.DefaultParser">
                  <parser-exclude class="org.apache.tika.parser.ocr.TesseractOCRParser"/>
                  <parser-exclude class="org.apache.tika.parser.external.CompositeExternalParser"/>
                  <parser-exclude class="org.apache.tika.parser.pdf.PDFParser"/>
                  <parser-exclude class="org.apache.tika.parser.image.ImageParser"/>
                  <parser-exclude class="org.apache.tika.parser.image.JpegParser"/>
                  <parser-exclude class="org.apache.tika.parser.image.TiffParser"/>
                  <parser-exclude class="org.apache.tika.parser.image.WebPParser"/>
                  <parser-exclude class="org.apache.tika.parser.image.BPGParser"/>
                  <parser-exclude class="org.apache.tika.parser.image.HeifParser"/>
                  <parser-exclude class="org.apache.tika.parser.image.ICNSParser"/>
                  <parser-exclude class="org.apache.tika.parser.image.JXLParser"/>
                  <parser-exclude class="org.apache.tika.parser.image.PSDParser"/>
                  <parser-exclude class="org.apache.tika.parser.microsoft.pst.OutlookPSTParser"/>
                  <parser-exclude class="org.apache.tika.parser.microsoft.pst.PSTMailItemParser"/>
                  <parser-exclude class="org.apache.tika.parser.asm.ClassParser"/>
                  <parser-exclude class="org.apache.tika.parser.executable.ExecutableParser"/>
                  <parser-exclude class="org.apache.tika.parser.executable.UniversalExecutableParser"/>
                  <parser-exclude class="org.apache.tika.parser.audio.AudioParser"/>
                  <parser-exclude class="org.apache.tika.parser.audio.MidiParser"/>
                  <parser-exclude class="org.apache.tika.parser.mp3.Mp3Parser"/>
                  <parser-exclude class="org.apache.tika.parser.mp4.MP4Parser"/>
                  <parser-exclude class="org.apache.tika.parser.video.FLVParser"/>
                  <parser-exclude class="org.apache.tika.parser.font.AdobeFontMetricParser"/>
                  <parser-exclude class="org.apache.tika.parser.font.TrueTypeParser"/>
                </parser>
              </parsers>
            </properties>
            """;

    private final Detector detector;
    private final MediaTypeRegistry registry;
    private final Parser parser;

    TikaParts() {
        try {
            TikaConfig config =
                    new TikaConfig(new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8)));
            this.detector = config.getDetector();
            this.registry = config.getMediaTypeRegistry();
            this.parser = new AutoDetectParser(config);
        } catch (TikaException | IOException | SAXException e) {
            throw new IllegalStateException("Tika does not start", e);
        }
    }

    Detector detector() {
        return detector;
    }

    MediaTypeRegistry registry() {
        return registry;
    }

    Parser parser() {
        return parser;
    }
}
