package io.liasse.capture.page;

import io.liasse.capture.ocr.Word;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;

/** Puts recognised words, found on a scaled and levelled picture, back to where they are on the page. */
final class Placement {
    private Placement() {}

    /** The words on the upright page. */
    static PageWords words(Scan upright, ScanReading.Result result) {
        AffineTransform toPage = toPage(upright, result);
        double points = upright.place().width() / upright.picture().width() / result.scale();
        return new PageWords(
                upright.width(),
                upright.height(),
                result.level(),
                result.recognition().words().stream()
                        .map(word -> onPage(word, toPage, points))
                        .toList());
    }

    private static PageWord onPage(Word word, AffineTransform toPage, double points) {
        Point2D corner = toPage.transform(new Point2D.Double(word.x(), word.y() + word.height()), null);
        return new PageWord(
                word.text(),
                word.confidence(),
                word.block(),
                word.line(),
                corner.getX(),
                corner.getY(),
                word.width() * points,
                word.height() * points);
    }

    /** Undoes the levelling about the centre, then the scaling, then lays the picture on the page. */
    private static AffineTransform toPage(Scan upright, ScanReading.Result result) {
        double width = upright.picture().width() * result.scale();
        double height = upright.picture().height() * result.scale();
        Box place = upright.place();
        AffineTransform transform = AffineTransform.getTranslateInstance(place.left(), place.top());
        transform.scale(place.width() / width, place.height() / height);
        transform.rotate(-Math.toRadians(result.level()), width / 2, height / 2);
        return transform;
    }
}
