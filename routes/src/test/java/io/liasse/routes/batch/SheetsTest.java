package io.liasse.routes.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.Field;
import io.liasse.store.document.PageText;
import io.liasse.store.document.ReadResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stack is written page by page: a code, {@code _} for a blank page, {@code -} for a page without code. */
class SheetsTest {
    private static final CaseReference WATER = new CaseReference(2026, 417);
    private static final CaseReference FIRE = new CaseReference(2026, 418);

    @ParameterizedTest
    @CsvSource({
        "- - PATCHT -, 1-2 4",
        "PATCHT - -, 2-3",
        "- PATCHT PATCHT - PATCHT, 1 4",
        "- PATCHT _ - _, 1 4",
        "WATER _ - - FIRE -, 3-4:WATER 6:FIRE",
        "WATER PATCHT -, 3",
        "WATER FIRE -, 3:FIRE",
        "WATER - PATCHT -, 2:WATER 4",
        "WATER ASN7 -, 2-3:WATER#7",
        "ASN7 - ASN8 -, 1-2#7 3-4#8",
        "ASN7 ASN7 - ASN8, 1-3#7 4#8",
        "ASN7 _, whole#7",
        "TAG:a - TAG:b, 1-2+a 3+b",
        "- -, whole",
        "ASNX https://example.com, whole",
        "LIASSE:CASE:2026-000417-9 -, whole",
        "PATCHT _ PATCHT, nothing",
    })
    void tellsDocumentsApart(String stack, String expected) {
        assertThat(told(settings(false, false, false, true), stack)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "- PATCHT -, 1 2-3",
        "PATCHT -, whole",
        "WATER -, whole:WATER",
        "- WATER _ - _, 1 2-5:WATER",
    })
    void keepsSheetsAndBlankPagesWhereTheSettingsSaySo(String stack, String expected) {
        assertThat(told(settings(true, true, true, true), stack)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"- TAG:a -, whole+a", "- PATCHT TAG:a -, 1 3-4+a"})
    void givesTagsOnlyWhereTheyDoNotDivide(String stack, String expected) {
        assertThat(told(settings(false, false, false, false), stack)).isEqualTo(expected);
    }

    private static BatchSettings settings(boolean separators, boolean covers, boolean blank, boolean tags) {
        return new BatchSettings(true, List.of("PATCHT"), "ASN", "TAG:", tags, separators, covers, blank);
    }

    private static String told(BatchSettings settings, String stack) {
        return switch (new Sheets(settings).of(read(stack))) {
            case Stack.OnlySheets() -> "nothing";
            case Stack.Whole(Section section) -> "whole" + labels(section);
            case Stack.Sections(List<Section> sections) ->
                String.join(
                        " ",
                        sections.stream()
                                .map(each -> pages(each.pages()) + labels(each))
                                .toList());
        };
    }

    private static String pages(List<Integer> pages) {
        return pages.size() == 1 ? "" + pages.getFirst() : pages.getFirst() + "-" + pages.getLast();
    }

    private static String labels(Section section) {
        StringBuilder labels = new StringBuilder();
        if (section.cover() != null) {
            labels.append(section.cover().reference().equals(WATER) ? ":WATER" : ":FIRE");
        }
        if (section.number() != null) {
            labels.append('#').append(section.number().value());
        }
        section.tags().forEach(tag -> labels.append('+').append(tag.value()));
        return labels.toString();
    }

    private static ReadResult read(String stack) {
        List<PageText> pages = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        for (String each : stack.split(" ")) {
            int number = pages.size() + 1;
            String because = each.equals("_") ? "blank-page" : "picture";
            pages.add(new PageText(number, "", "ocr", because, null, null, 595, 842));
            if (!each.equals("_") && !each.equals("-")) {
                fields.add(new Field("barcode", code(each), number, null, 1.0, null));
            }
        }
        return new ReadResult("application/pdf", null, null, null, null, 0, pages, fields, List.of(), List.of());
    }

    private static String code(String name) {
        return switch (name) {
            case "WATER" -> new CoverCode(WATER, null).value();
            case "FIRE" -> new CoverCode(FIRE, "invoice").value();
            default -> name;
        };
    }
}
