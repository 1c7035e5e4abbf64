package io.liasse.capture;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading one file. */
public sealed interface Reading {
    /**
     * The file was read.
     *
     * @param title only where the file says it itself (mail subject, document property)
     * @param date only where the file says it itself (sent date of a mail)
     * @param confidence mean over recognised words, 0 to 1; null where no OCR was needed
     */
    record Read(
            String mediaType,
            @Nullable String title,
            @Nullable LocalDate date,
            @Nullable String language,
            @Nullable Double confidence,
            List<ReadPage> pages,
            List<Derived> renditions,
            List<Part> parts)
            implements Reading {
        public Read {
            pages = List.copyOf(pages);
            renditions = List.copyOf(renditions);
            parts = List.copyOf(parts);
        }
    }

    /** Nothing here can read this kind of file. */
    record Unsupported(String mediaType) implements Reading {}

    /** It is encrypted, and no password or a wrong one was given. */
    record NeedsPassword(String mediaType) implements Reading {}

    /** It is damaged, or reading it broke a limit; the reason tells which. */
    record Unreadable(@Nullable String mediaType, Cause cause, String detail) implements Reading {}

    /** Why a file could not be read. */
    enum Cause {
        EMPTY,
        DAMAGED,
        TOO_MANY_PAGES,
        TOO_MANY_PIXELS,
        TOO_MANY_PARTS,
        TOO_LARGE_UNPACKED,
        TOO_DEEP,
        OUT_OF_MEMORY,
        OUT_OF_TIME,
        CRASHED
    }

    /**
     * One page.
     *
     * @param number from 1
     * @param source {@code layer}, {@code ocr}, or {@code none} where it could not be read
     * @param because why that source: a layer for {@code good-layer}, {@code empty-page} (nothing to recognise either) or
     *     {@code text-file}; recognition for {@code picture}, {@code no-layer}, {@code letters-without-text} (their font
     *     does not tell which they are), {@code header-over-scan} or {@code garbled-layer}; none for {@code failed}
     * @param width in points (1/72 inch), 0 where the page has no picture
     */
    record ReadPage(
            int number,
            String text,
            String source,
            String because,
            @Nullable String language,
            @Nullable Double confidence,
            double width,
            double height,
            List<Barcode> barcodes,
            List<FoundField> fields) {
        public ReadPage {
            barcodes = List.copyOf(barcodes);
            fields = List.copyOf(fields);
        }

        /** The same page with these fields. */
        public ReadPage with(List<FoundField> found) {
            return new ReadPage(number, text, source, because, language, confidence, width, height, barcodes, found);
        }
    }

    /** A barcode with its place as fractions of the page, origin top left. */
    record Barcode(String format, String value, double x, double y, double width, double height) {}

    /**
     * A value found in the words of a page, with its place as fractions of the page, origin top left.
     *
     * @param name key: iban, insured-number, company-number, email, phone, date, amount, or one that a label tells
     * @param value in its usual form: dates ISO 8601, telephone numbers E.164, amounts with the code of the currency
     * @param confidence 0 to 1: of the least sure of its words
     * @param valid result of its check; null where there is none
     */
    record FoundField(
            String name,
            String value,
            double x,
            double y,
            double width,
            double height,
            double confidence,
            @Nullable Boolean valid) {}

    /** A derived file in the folder of the order. {@code page} from 1 for PAGE, else 0. */
    record Derived(Kind kind, int page, Path file, String mediaType) {
        /** What is derived. */
        public enum Kind {
            PDF,
            TEXT,
            PAGE,
            THUMBNAIL,
            ALTO
        }
    }

    /** A file that was inside: an attachment or an archive entry, unpacked into the folder of the order. */
    record Part(String name, Path file, String mediaType) {}
}
