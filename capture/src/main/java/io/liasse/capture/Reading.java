package io.liasse.capture;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of reading one file. */
public sealed interface Reading {
    /**
     * The file was read.
     *
     * @param title only where the file says it itself (mail subject, document property)
     * @param date where the file says it itself (sent date of a mail, invoice date of an e-invoice), else the date that
     *     its first pages most likely bear; null where none is plausible
     * @param confidence mean over recognised words, 0 to 1; null where no OCR was needed
     * @param scanner the device or program that the file says it was scanned with; null where no OCR was needed
     * @param signatures that the file bears, checked
     * @param fields values of the file itself that stand on no page: of an e-invoice, of the data of a form
     */
    record Read(
            String mediaType,
            @Nullable String title,
            @Nullable LocalDate date,
            @Nullable String language,
            @Nullable Double confidence,
            @Nullable String scanner,
            List<ReadPage> pages,
            List<Derived> renditions,
            List<Part> parts,
            List<Signature> signatures,
            List<FoundField> fields)
            implements Reading {
        public Read {
            fields = List.copyOf(fields);
            pages = List.copyOf(pages);
            renditions = List.copyOf(renditions);
            parts = List.copyOf(parts);
            signatures = List.copyOf(signatures);
        }
    }

    /**
     * Nothing here can read this kind of file.
     *
     * @param missing the package that would, which is not installed; null where there is none
     */
    record Unsupported(String mediaType, @Nullable String missing) implements Reading {}

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
     * @param source {@code layer}, {@code ocr} (words that were text already may stand among the recognised), or
     *     {@code none} where it could not be read
     * @param because why that source: a layer for {@code good-layer}, {@code empty-page} (nothing to recognise either) or
     *     {@code text-file}; recognition for {@code picture}, {@code no-layer}, {@code letters-without-text} (their font
     *     does not tell which they are), {@code header-over-scan}, {@code partial-layer} (what its pictures say was added to
     *     the layer) or {@code garbled-layer}, and {@code blank-page} where that found neither words nor ink; none for
     *     {@code failed}
     * @param width in points (1/72 inch), 0 where the page has no picture
     * @param hints what is wrong with its picture; null where none was recognised
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
            List<FoundField> fields,
            @Nullable Set<Hint> hints) {
        public ReadPage {
            barcodes = List.copyOf(barcodes);
            fields = List.copyOf(fields);
        }

        /** One whose picture was not looked at. */
        public ReadPage(
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
            this(number, text, source, because, language, confidence, width, height, barcodes, fields, null);
        }

        /** Whether there is nothing on it. */
        public boolean blank() {
            return because.equals("blank-page") || because.equals("empty-page");
        }

        /** The same page with what is wrong with its picture. */
        public ReadPage hinted(Set<Hint> found) {
            return new ReadPage(
                    number, text, source, because, language, confidence, width, height, barcodes, fields, found);
        }

        /** The same page with these fields. */
        public ReadPage with(List<FoundField> found) {
            return new ReadPage(
                    number, text, source, because, language, confidence, width, height, barcodes, found, hints);
        }
    }

    /** What whoever scans a page should know of its picture. */
    enum Hint {
        /** Its letters are blurred. */
        BLURRED,
        /** Text runs out of it. */
        CUT,
        /** It stood on its head, and was turned. */
        UPSIDE_DOWN,
        /** It lay on its side, and was turned. */
        ON_ITS_SIDE,
        /** Nothing is on it. */
        BLANK,
        TOO_DARK,
        /** What is on it is nearly as light as the paper. */
        TOO_LIGHT,
        /** Its letters have too few dots to be read. */
        TOO_COARSE
    }

    /** A barcode with its place as fractions of the page, origin top left. */
    record Barcode(String format, String value, double x, double y, double width, double height) {}

    /**
     * A value found in a document, with its place as fractions of the page, origin top left.
     *
     * @param name key: iban, insured-number, company-number, email, phone, date, amount, or one that a label, a form or an
     *     invoice tells
     * @param value in its usual form: dates ISO 8601, telephone numbers E.164, amounts with the code of the currency
     * @param width 0 where its place on the page is not known
     * @param confidence 0 to 1: of the least sure of its words
     * @param valid result of its check; null where there is none
     * @param label what the document itself calls it, where the name does not tell: the label of a form field
     * @param note what is to be known of it, as {@code key|argument|argument}; {@code differs|VALUE}: the page says VALUE
     */
    record FoundField(
            String name,
            String value,
            double x,
            double y,
            double width,
            double height,
            double confidence,
            @Nullable Boolean valid,
            @Nullable String label,
            @Nullable String note) {
        /** One that its name alone explains. */
        public FoundField(
                String name,
                String value,
                double x,
                double y,
                double width,
                double height,
                double confidence,
                @Nullable Boolean valid) {
            this(name, value, x, y, width, height, confidence, valid, null, null);
        }

        /** One that stands nowhere on the pages. */
        public static FoundField unplaced(String name, String value, @Nullable Boolean valid) {
            return new FoundField(name, value, 0, 0, 0, 0, 1, valid, null, null);
        }

        /** The same with the result of its check and what is to be known of it. */
        public FoundField checked(@Nullable Boolean passed, @Nullable String said) {
            return new FoundField(name, value, x, y, width, height, confidence, passed, label, said);
        }

        /** The same with what is to be known of it. */
        public FoundField noting(@Nullable String said) {
            return new FoundField(name, value, x, y, width, height, confidence, valid, label, said);
        }
    }

    /**
     * A signature that a file bears.
     *
     * @param signer as the certificate says; empty where there is none that can be read
     * @param at when it was signed, as the signature says
     * @param whole whether it covers the file to its end
     */
    record Signature(String signer, @Nullable Instant at, boolean whole, SignatureState state) {}

    /** What checking a signature gave. */
    enum SignatureState {
        /** Nothing that it covers was changed, and the signer is known. */
        VALID,
        /** Something was changed after signing. */
        CHANGED,
        /** Nothing was changed, but nobody known vouches for the signer. */
        UNKNOWN_SIGNER,
        /** It is damaged, or of a kind that cannot be checked. */
        BROKEN
    }

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

    /**
     * A file that was inside: an attachment or an archive entry, unpacked into the folder of the order.
     *
     * @param name as the sender gave it; of an archive entry with the folders before it, separated by slashes
     * @param modified when it was last changed, as the archive says; null where nothing says so
     */
    record Part(
            String name,
            Path file,
            String mediaType,
            @Nullable Instant modified) {}
}
