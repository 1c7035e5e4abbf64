package io.liasse.routes.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.liasse.capture.Reading.Barcode;
import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.Reading.ReadPage;
import io.liasse.store.document.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoundFieldsTest {
    @Test
    void keepsCodesAsTheyAreButThoseOfBillsTakenApart() {
        Barcode ofBill = new Barcode("QR_CODE", "SPC\n0200", 0.1, 0.7, 0.2, 0.2);
        Barcode foreign = new Barcode("CODE_128", "PARCEL 17", 0.5, 0.1, 0.3, 0.1);
        FoundField account = new FoundField("bill-account", "CH4431999123000889012", 0.1, 0.7, 0.2, 0.2, 1, true);

        List<Field> fields = FoundFields.in(List.of(new ReadPage(
                1, "", "ocr", "picture", null, null, 595, 842, List.of(ofBill, foreign), List.of(account))));

        assertThat(fields)
                .extracting(Field::name, Field::value)
                .containsExactly(tuple("barcode", "PARCEL 17"), tuple("bill-account", "CH4431999123000889012"));
    }
}
