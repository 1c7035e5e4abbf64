package io.liasse.routes.reading;

import io.liasse.capture.Reading;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.Box;
import io.liasse.store.document.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Barcodes, case references and the values found on pages as fields, with page and place. */
final class FoundFields {
    static final String BARCODE = "barcode";
    static final String COVER_SHEET = "cover-sheet";
    static final String CASE_REFERENCE = "case-reference";

    private FoundFields() {}

    /** Those of the file itself first, then page by page. */
    static List<Field> in(Reading.Read read) {
        List<Field> fields = new ArrayList<>();
        read.fields().forEach(found -> fields.add(field(null, found)));
        fields.addAll(in(read.pages()));
        return fields;
    }

    static List<Field> in(List<Reading.ReadPage> pages) {
        List<Field> fields = new ArrayList<>();
        for (Reading.ReadPage page : pages) {
            page.barcodes().forEach(code -> addBarcode(fields, page, code));
            page.fields().forEach(found -> fields.add(field(page.number(), found)));
            CaseReference.findAll(page.text()).forEach(found -> fields.add(inText(page, found)));
        }
        return fields;
    }

    private static void addBarcode(List<Field> fields, Reading.ReadPage page, Reading.Barcode code) {
        Box box = new Box(code.x(), code.y(), code.width(), code.height());
        if (!takenApart(page, code)) {
            fields.add(new Field(BARCODE, Plain.text(code.value()), page.number(), box, 1.0, null));
        }
        CaseReference.findAll(code.value())
                .forEach(found ->
                        fields.add(new Field(CASE_REFERENCE, found.toString(), page.number(), box, 1.0, true)));
    }

    /** The code of a bill: its parts say more than the whole. */
    private static boolean takenApart(Reading.ReadPage page, Reading.Barcode code) {
        return page.fields().stream()
                .anyMatch(
                        field -> field.name().equals("bill-account") && field.x() == code.x() && field.y() == code.y());
    }

    private static Field field(@Nullable Integer page, Reading.FoundField found) {
        boolean placed = page != null && found.width() > 0;
        return new Field(
                found.name(),
                Plain.text(found.value()),
                page,
                placed ? new Box(found.x(), found.y(), found.width(), found.height()) : null,
                found.confidence(),
                found.valid(),
                Plain.textOrNull(found.label()),
                Plain.textOrNull(found.note()));
    }

    private static Field inText(Reading.ReadPage page, CaseReference found) {
        Double confidence = page.confidence();
        return new Field(
                CASE_REFERENCE, found.toString(), page.number(), null, confidence == null ? 1.0 : confidence, true);
    }
}
