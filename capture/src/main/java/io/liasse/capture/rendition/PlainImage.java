package io.liasse.capture.rendition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** An image in a PDF file that PDF/A-2 takes as it is coded (ISO 19005-2, 6.1.7, 6.2.4 and 6.2.8). */
final class PlainImage {
    private static final Set<COSName> FILTERS =
            BareScan.names("DCTDecode", "CCITTFaxDecode", "JBIG2Decode", "FlateDecode", "RunLengthDecode");

    private static final Set<COSName> KEPT = BareScan.names(
            "Type",
            "Subtype",
            "Width",
            "Height",
            "BitsPerComponent",
            "ColorSpace",
            "ImageMask",
            "SMask",
            "Mask",
            "Matte",
            "Decode",
            "Filter",
            "DecodeParms",
            "Length");

    private static final Set<COSName> DEVICES = BareScan.names("DeviceGray", "DeviceRGB");
    private static final Set<COSName> CALIBRATED = BareScan.names("CalGray", "CalRGB");
    private static final Set<Integer> DEPTHS = Set.of(1, 2, 4, 8, 16);
    private static final Set<String> CLASSES = Set.of("scnr", "mntr", "prtr", "spac");
    private static final int PROFILE_HEADER = 128;

    private PlainImage() {}

    /** In one of the codings, in grey or RGB, and so its masks. */
    static boolean is(COSStream image) {
        return !image.getBoolean(COSName.IMAGE_MASK, false)
                && decodable(image)
                && coloured(image.getDictionaryObject(COSName.COLORSPACE), true)
                && masked(image.getDictionaryObject(COSName.SMASK))
                && masked(image.getDictionaryObject(COSName.MASK));
    }

    private static boolean decodable(COSStream image) {
        return !image.containsKey(COSName.F)
                && DEPTHS.contains(image.getInt(COSName.BITS_PER_COMPONENT, 1))
                && coded(image.getDictionaryObject(COSName.FILTER));
    }

    private static boolean masked(@Nullable COSBase mask) {
        return !(mask instanceof COSStream image) || decodable(image);
    }

    /** Without all that does not say how to decode it. */
    static void prune(COSStream image) {
        for (COSName key : List.of(COSName.SMASK, COSName.MASK)) {
            if (image.getDictionaryObject(key) instanceof COSStream mask) {
                prune(mask);
            }
        }
        for (COSName key : List.copyOf(image.keySet())) {
            if (!KEPT.contains(key)) {
                image.removeItem(key);
            }
        }
    }

    private static boolean coded(@Nullable COSBase filter) {
        if (filter instanceof COSArray several) {
            return several.toList().stream().map(PlainImage::direct).allMatch(FILTERS::contains);
        }
        return filter == null || FILTERS.contains(filter);
    }

    private static @Nullable COSBase direct(@Nullable COSBase base) {
        return base instanceof COSObject reference ? reference.getObject() : base;
    }

    private static boolean coloured(@Nullable COSBase space, boolean mayBeIndexed) {
        if (space instanceof COSName name) {
            return DEVICES.contains(name);
        }
        if (!(space instanceof COSArray array) || array.size() < 2) {
            return false;
        }
        COSBase kind = array.getObject(0);
        if (COSName.INDEXED.equals(kind)) {
            return mayBeIndexed && coloured(array.getObject(1), false);
        }
        if (COSName.ICCBASED.equals(kind)) {
            return array.getObject(1) instanceof COSStream profile && profiled(profile);
        }
        return CALIBRATED.contains(kind) && array.getObject(1) instanceof COSDictionary;
    }

    /** ICC.1:2010, 7.2: version in byte 8, class of device from byte 12, colours from byte 16. */
    private static boolean profiled(COSStream profile) {
        try (InputStream in = profile.createInputStream()) {
            byte[] header = in.readNBytes(PROFILE_HEADER);
            String colours = switch (profile.getInt(COSName.N)) {
                case 1 -> "GRAY";
                case 3 -> "RGB ";
                default -> "none";
            };
            return header.length == PROFILE_HEADER
                    && header[8] <= 4
                    && CLASSES.contains(new String(header, 12, 4, StandardCharsets.ISO_8859_1))
                    && colours.equals(new String(header, 16, 4, StandardCharsets.ISO_8859_1));
        } catch (IOException damaged) {
            return false;
        }
    }
}
