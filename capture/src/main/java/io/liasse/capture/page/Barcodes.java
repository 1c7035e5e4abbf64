package io.liasse.capture.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.Reader;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.oned.MultiFormatOneDReader;
import com.google.zxing.qrcode.QRCodeReader;
import io.liasse.capture.Reading.Barcode;
import io.liasse.capture.ocr.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Finds Code 128, Code 39, QR and Data Matrix codes and patch code T on a page, lying in any of the four directions. */
final class Barcodes {
    private static final Map<DecodeHintType, Object> HINTS = Map.of(
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.CODE_128, BarcodeFormat.CODE_39),
            DecodeHintType.TRY_HARDER,
            true);

    /** Codes are looked for at half the size where that leaves as many dots per inch. */
    private static final int ENOUGH_TO_LOOK = 140;

    /** From so many dots per inch on, a quarter of the size is enough for large codes; else half. */
    private static final int COARSE = 260;

    /** A code needs a light margin; in inches. */
    private static final double MARGIN = 0.2;

    /** Fine pictures are tried smaller, which evens out specks, and coarse ones larger. */
    private static final int FINE = 250;

    /** Of the width or height of the page. */
    private static final double SAME = 0.05;

    private static final List<Function<LuminanceSource, Binarizer>> THRESHOLDS =
            List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);

    private final Scan scan;
    private final List<Reader> ofBars = List.of(new MultiFormatOneDReader(HINTS));
    private final List<Reader> ofSquares = List.of(new QRCodeReader(), new DataMatrixReader());

    private Barcodes(Scan scan) {
        this.scan = scan;
    }

    /** The codes on a picture of a page. */
    static List<Barcode> find(Scan scan) {
        return new Barcodes(scan).find();
    }

    private List<Barcode> find() {
        boolean halved = scan.resolution() >= 2 * ENOUGH_TO_LOOK;
        Picture looked = halved ? scan.half() : scan.gray();
        int factor = halved ? 2 : 1;
        List<Barcode> codes = new ArrayList<>(large());
        byte[] pixels = looked.luminance();
        for (CodePlaces.Place place : CodePlaces.find(pixels, looked.width(), scan.resolution() / factor)) {
            codes.addAll(read(place, factor));
        }
        PatchCode.find(pixels, looked.width(), scan.resolution() / factor).ifPresent(codes::add);
        return once(codes);
    }

    /** The same code may have been met twice, with its place slightly different. */
    private static List<Barcode> once(List<Barcode> codes) {
        List<Barcode> each = new ArrayList<>();
        for (Barcode code : codes) {
            boolean known = each.stream()
                    .anyMatch(other -> other.value().equals(code.value())
                            && Math.abs(other.x() - code.x()) < SAME
                            && Math.abs(other.y() - code.y()) < SAME);
            if (!known) {
                each.add(code);
            }
        }
        return each;
    }

    /** The modules of large square codes are too wide to stand out from print; but they are legible on a coarse picture. */
    private List<Barcode> large() {
        return scan.resolution() < COARSE ? large(scan.half(), 0.5) : largeOnQuarter();
    }

    private List<Barcode> largeOnQuarter() {
        try (Picture quarter = scan.half().scaledPlainly(0.5)) {
            return large(quarter, 0.25);
        }
    }

    private List<Barcode> large(Picture coarse, double scale) {
        try {
            BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(source(coarse)));
            return Arrays.stream(new QRCodeMultiReader().decodeMultiple(bitmap, HINTS))
                    .map(result -> barcode(result, 0, 0, scale))
                    .toList();
        } catch (NotFoundException e) {
            return List.of();
        }
    }

    private List<Barcode> read(CodePlaces.Place place, int factor) {
        Picture gray = scan.gray();
        int margin = (int) (MARGIN * scan.resolution());
        int left = Math.max(0, place.left() * factor - margin);
        int top = Math.max(0, place.top() * factor - margin);
        int right = Math.min(gray.width(), place.right() * factor + margin);
        int bottom = Math.min(gray.height(), place.bottom() * factor + margin);
        try (Picture part = gray.part(left, top, right - left, bottom - top)) {
            for (double scale : scan.resolution() >= FINE ? new double[] {1, 0.5} : new double[] {1, 2}) {
                List<Result> results = read(part, scale, place.bars() ? ofBars : ofSquares);
                if (!results.isEmpty()) {
                    return results.stream()
                            .map(result -> barcode(result, left, top, scale))
                            .toList();
                }
            }
        }
        return List.of();
    }

    private List<Result> read(Picture part, double scale, List<Reader> readers) {
        try (Picture scaled = part.scaledPlainly(scale)) {
            LuminanceSource source = source(scaled);
            for (Function<LuminanceSource, Binarizer> threshold : THRESHOLDS) {
                BinaryBitmap bitmap = new BinaryBitmap(threshold.apply(source));
                List<Result> results = readers.stream()
                        .map(reader -> decoded(reader, bitmap))
                        .flatMap(Optional::stream)
                        .toList();
                if (!results.isEmpty()) {
                    return results;
                }
            }
        }
        return List.of();
    }

    private static LuminanceSource source(Picture gray) {
        return new GrayLuminance(gray.width(), gray.height(), gray.luminance());
    }

    private static Optional<Result> decoded(Reader reader, BinaryBitmap bitmap) {
        try {
            return Optional.of(reader.decode(bitmap, HINTS));
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    private Barcode barcode(Result result, int partLeft, int partTop, double scale) {
        List<ResultPoint> points =
                Arrays.stream(result.getResultPoints()).filter(Objects::nonNull).toList();
        double left = points.stream().mapToDouble(ResultPoint::getX).min().orElse(0);
        double right = points.stream().mapToDouble(ResultPoint::getX).max().orElse(0);
        double top = points.stream().mapToDouble(ResultPoint::getY).min().orElse(0);
        double bottom = points.stream().mapToDouble(ResultPoint::getY).max().orElse(0);
        double width = scan.gray().width();
        double height = scan.gray().height();
        return new Barcode(
                result.getBarcodeFormat().name(),
                result.getText(),
                (partLeft + left / scale) / width,
                (partTop + top / scale) / height,
                (right - left) / scale / width,
                (bottom - top) / scale / height);
    }
}
