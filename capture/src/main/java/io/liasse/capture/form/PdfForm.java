package io.liasse.capture.form;

import io.liasse.capture.Reading.FoundField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDChoice;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDRadioButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.jspecify.annotations.Nullable;

/**
 * The fields of PDF forms (ISO 32000-1, 12.7) that are filled in, each where it stands. A checked box is {@code true}; boxes
 * that are not checked, empty fields, buttons, signatures and passwords are left out. Not thread-safe.
 */
public final class PdfForm {
    /** Before the qualified name of a field. */
    public static final String NAME = "form:";

    private static final int MOST_FIELDS = 20_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 10_000;
    private static final String OFF = "Off";

    private final Map<PDDocument, Map<COSDictionary, PDField>> known = new WeakHashMap<>();

    /** What is filled in on a page, from 1, in the order of its annotations. */
    public List<FoundField> on(PDDocument document, int number) throws IOException {
        Map<COSDictionary, PDField> fields = known.computeIfAbsent(document, PdfForm::widgets);
        if (fields.isEmpty()) {
            return List.of();
        }
        PDPage page = document.getPage(number - 1);
        List<FoundField> filled = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (PDAnnotation each : page.getAnnotations()) {
            PDField field = fields.get(each.getCOSObject());
            if (field != null && each instanceof PDAnnotationWidget widget) {
                value(field, widget)
                        .filter(value -> taken.add(field.getFullyQualifiedName() + "\n" + value))
                        .ifPresent(value -> filled.add(placed(field, value, widget, page)));
            }
        }
        return filled;
    }

    private static Map<COSDictionary, PDField> widgets(PDDocument document) {
        Map<COSDictionary, PDField> widgets = new HashMap<>();
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form != null) {
            for (PDField field : form.getFieldTree()) {
                field.getWidgets().forEach(widget -> widgets.put(widget.getCOSObject(), field));
                if (widgets.size() > MOST_FIELDS) {
                    break;
                }
            }
        }
        return widgets;
    }

    private static Optional<String> value(PDField field, PDAnnotationWidget widget) throws IOException {
        String value = switch (field) {
            case PDTextField text -> text.isPassword() ? "" : text.getValue();
            case PDCheckBox box -> box.isChecked() && isOn(widget) ? "true" : "";
            case PDRadioButton radio -> isOn(widget) ? chosen(radio) : "";
            case PDChoice choice -> String.join(", ", shown(choice));
            default -> "";
        };
        String plain = value.strip();
        return plain.isEmpty()
                ? Optional.empty()
                : Optional.of(plain.substring(0, Math.min(plain.length(), LONGEST_VALUE)));
    }

    private static String chosen(PDRadioButton radio) {
        List<String> exported = radio.getSelectedExportValues();
        return exported.isEmpty() ? radio.getValue() : String.join(", ", exported);
    }

    /** What people see of the options chosen, not what is sent for them. */
    private static List<String> shown(PDChoice choice) {
        List<String> sent = choice.getOptionsExportValues();
        List<String> seen = choice.getOptionsDisplayValues();
        return choice.getValue().stream()
                .map(each -> sent.indexOf(each) >= 0 && sent.indexOf(each) < seen.size()
                        ? seen.get(sent.indexOf(each))
                        : each)
                .toList();
    }

    private static boolean isOn(PDAnnotationWidget widget) {
        String state = widget.getCOSObject().getNameAsString("AS");
        return state == null || !state.equals(OFF);
    }

    private static FoundField placed(PDField field, String value, PDAnnotationWidget widget, PDPage page) {
        double[] box = box(widget.getRectangle(), page);
        String name = String.valueOf(field.getFullyQualifiedName());
        return new FoundField(name(name), value, box[0], box[1], box[2], box[3], 1, null, label(field), null);
    }

    /** The name of a field as a key. */
    static String name(String qualified) {
        String plain = qualified.replace('[', '(').replace(']', ')').replaceAll("\\p{Cc}", " ");
        return NAME + plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    private static @Nullable String label(PDField field) {
        String said = field.getAlternateFieldName();
        return said == null || said.isBlank() ? field.getPartialName() : said.strip();
    }

    /** Left, top, width and height of a rectangle as fractions of the page as displayed. */
    private static double[] box(@Nullable PDRectangle rectangle, PDPage page) {
        if (rectangle == null) {
            return new double[4];
        }
        PDRectangle crop = page.getCropBox();
        double left = (rectangle.getLowerLeftX() - crop.getLowerLeftX()) / crop.getWidth();
        double bottom = (rectangle.getLowerLeftY() - crop.getLowerLeftY()) / crop.getHeight();
        double width = rectangle.getWidth() / crop.getWidth();
        double height = rectangle.getHeight() / crop.getHeight();
        return switch (Math.floorMod(page.getRotation(), 360)) {
            case 90 -> new double[] {bottom, left, height, width};
            case 180 -> new double[] {1 - left - width, bottom, width, height};
            case 270 -> new double[] {1 - bottom - height, 1 - left - width, height, width};
            default -> new double[] {left, 1 - bottom - height, width, height};
        };
    }
}
