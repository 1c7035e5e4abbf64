package io.liasse.capture.rendition;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;

/**
 * The elements of one page of an ALTO file of ours as they stand when the page is turned clockwise. The words keep their
 * order; blocks say in which direction their lines run now.
 */
final class AltoTurn {
    private static final String BLOCK = "TextBlock";
    private static final String ROTATION = "ROTATION";

    private final XMLEventFactory events = XMLEventFactory.newFactory();
    private final int degrees;
    private final double width;
    private final double height;

    private AltoTurn(int degrees, double width, double height) {
        this.degrees = degrees;
        this.width = width;
        this.height = height;
    }

    /** By 0, 90, 180 or 270 degrees. */
    static AltoTurn of(StartElement page, int degrees) {
        return new AltoTurn(degrees, number(page, "WIDTH"), number(page, "HEIGHT"));
    }

    private static double number(StartElement element, String name) {
        Attribute attribute = element.getAttributeByName(new QName(name));
        return attribute == null ? 0 : Double.parseDouble(attribute.getValue());
    }

    StartElement turned(StartElement element) {
        boolean placed = element.getAttributeByName(new QName("WIDTH")) != null;
        if (degrees == 0 || !placed) {
            return element;
        }
        Map<String, String> values = values(element);
        List<Attribute> attributes = new ArrayList<>();
        for (Iterator<Attribute> each = element.getAttributes(); each.hasNext(); ) {
            Attribute attribute = each.next();
            String value = values.remove(attribute.getName().getLocalPart());
            attributes.add(value == null ? attribute : events.createAttribute(attribute.getName(), value));
        }
        values.forEach((name, value) -> attributes.add(events.createAttribute(name, value)));
        return events.createStartElement(element.getName(), attributes.iterator(), element.getNamespaces());
    }

    private Map<String, String> values(StartElement element) {
        double left = number(element, "HPOS");
        double top = number(element, "VPOS");
        double wide = number(element, "WIDTH");
        double high = number(element, "HEIGHT");
        Map<String, String> values = new LinkedHashMap<>();
        if (element.getAttributeByName(new QName("HPOS")) != null) {
            values.put(
                    "HPOS", length(degrees == 90 ? height - top - high : degrees == 180 ? width - left - wide : top));
            values.put(
                    "VPOS", length(degrees == 90 ? left : degrees == 180 ? height - top - high : width - left - wide));
        }
        values.put("WIDTH", length(degrees == 180 ? wide : high));
        values.put("HEIGHT", length(degrees == 180 ? high : wide));
        if (element.getName().getLocalPart().equals(BLOCK)) {
            values.put(ROTATION, String.format(Locale.ROOT, "%.2f", direction(number(element, ROTATION))));
        }
        return values;
    }

    /** Counterclockwise, over -180 to 180. */
    private double direction(double before) {
        double turned = (before - degrees) % 360;
        return turned <= -180 ? turned + 360 : turned;
    }

    private static String length(double tenths) {
        return String.format(Locale.ROOT, "%.1f", tenths);
    }
}
