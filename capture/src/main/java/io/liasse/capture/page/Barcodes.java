package io.liasse.capture.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.oned.MultiFormatOneDReader;
import io.liasse.capture.Reading.Barcode;
import io.liasse.capture.ocr.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds Code 128, Code 39, QR and Data Matrix codes on a picture. */
final class Barcodes {
    private static final Map<DecodeHintType, Object> HINTS = Map.of(
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.QR_CODE, BarcodeFormat.CODE_128, BarcodeFormat.CODE_39, BarcodeFormat.DATA_MATRIX));

    private static final double RESOLUTION = 200;

    private Barcodes() {}

    /** The codes on a picture of a page. */
    static List<Barcode> find(Scan scan) {
        double factor = Math.min(1, RESOLUTION / scan.resolution());
        try (Picture gray = scan.gray().scaledPlainly(factor)) {
            BinaryBitmap bitmap = new BinaryBitmap(
                    new HybridBinarizer(new GrayLuminance(gray.width(), gray.height(), gray.luminance())));
            return Stream.concat(squares(bitmap), bars(bitmap))
                    .map(result -> barcode(result, gray.width(), gray.height()))
                    .distinct()
                    .toList();
        }
    }

    private static Stream<Result> squares(BinaryBitmap bitmap) {
        try {
            return Arrays.stream(new QRCodeMultiReader().decodeMultiple(bitmap, HINTS));
        } catch (NotFoundException e) {
            return Stream.empty();
        }
    }

    private static Stream<Result> bars(BinaryBitmap bitmap) {
        try {
            return Stream.of(new MultiFormatOneDReader(HINTS).decode(bitmap, HINTS));
        } catch (ReaderException e) {
            return Stream.empty();
        }
    }

    private static Barcode barcode(Result result, double width, double height) {
        List<ResultPoint> points =
                Arrays.stream(result.getResultPoints()).filter(Objects::nonNull).toList();
        double left = points.stream().mapToDouble(ResultPoint::getX).min().orElse(0);
        double right = points.stream().mapToDouble(ResultPoint::getX).max().orElse(0);
        double top = points.stream().mapToDouble(ResultPoint::getY).min().orElse(0);
        double bottom = points.stream().mapToDouble(ResultPoint::getY).max().orElse(0);
        return new Barcode(
                result.getBarcodeFormat().name(),
                result.getText(),
                left / width,
                top / height,
                (right - left) / width,
                (bottom - top) / height);
    }
}
