package io.liasse.capture.signature;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Compares a PDF file with what it was when it was signed. Files grow by updates at their end; an update that only adds
 * further signatures, time stamps or what is needed to check them (ISO 32000-2, 12.8.4.3) changes nothing that was signed.
 */
final class Revision {
    private static final Set<COSName> MAY_GROW = Stream.of(
                    "DSS",
                    "AcroForm",
                    "Extensions",
                    "Perms",
                    "Metadata",
                    "Version",
                    "Annots",
                    "Fields",
                    "SigFlags",
                    "DR",
                    "DA",
                    "NeedAppearances",
                    "Tabs")
            .map(COSName::getPDFName)
            .collect(Collectors.toUnmodifiableSet());

    private Revision() {}

    /** Whether the bytes behind {@code end} change more than signatures. What cannot be compared counts as changed. */
    static boolean changed(PDDocument now, Path file, long end) throws IOException {
        Path signed = Files.createTempFile("signed", ".pdf");
        try {
            copy(file, signed, end);
            try (PDDocument then = Loader.loadPDF(signed.toFile(), "", IOUtils.createTempFileOnlyStreamCache())) {
                return changed(then, now);
            }
        } catch (IOException unreadable) {
            return true;
        } finally {
            Files.delete(signed);
        }
    }

    private static void copy(Path file, Path signed, long end) throws IOException {
        try (FileChannel from = FileChannel.open(file);
                FileChannel to = FileChannel.open(signed, StandardOpenOption.WRITE)) {
            for (long at = 0; at < end; ) {
                at += from.transferTo(at, end - at, to);
            }
        }
    }

    private static boolean changed(PDDocument then, PDDocument now) {
        Map<COSObjectKey, Long> before = then.getDocument().getXrefTable();
        Map<COSObjectKey, Long> after = now.getDocument().getXrefTable();
        for (Map.Entry<COSObjectKey, Long> object : before.entrySet()) {
            if (object.getValue() != 0 && !object.getValue().equals(after.get(object.getKey()))) {
                COSBase old =
                        then.getDocument().getObjectFromPool(object.getKey()).getObject();
                COSBase fresh =
                        now.getDocument().getObjectFromPool(object.getKey()).getObject();
                if (!grown(old, fresh)) {
                    return true;
                }
            }
        }
        return !onlySignaturesAdded(then, now);
    }

    /** A dictionary that differs in what may grow only, or a list with more at its end. */
    private static boolean grown(COSBase old, COSBase fresh) {
        if (old instanceof COSArray before && fresh instanceof COSArray after) {
            return said(after).startsWith(said(before).replaceFirst("]$", ""));
        }
        if (COSName.METADATA.equals(type(old)) && COSName.METADATA.equals(type(fresh))) {
            return true;
        }
        boolean dictionaries = old instanceof COSDictionary && fresh instanceof COSDictionary;
        if (!dictionaries || old instanceof COSStream || fresh instanceof COSStream) {
            return said(old).equals(said(fresh)) && !(fresh instanceof COSStream);
        }
        return sameButGrown((COSDictionary) old, (COSDictionary) fresh);
    }

    private static boolean sameButGrown(COSDictionary old, COSDictionary fresh) {
        Set<COSName> keys = new HashSet<>(old.keySet());
        keys.addAll(fresh.keySet());
        return keys.stream()
                .allMatch(
                        key -> MAY_GROW.contains(key) || said(old.getItem(key)).equals(said(fresh.getItem(key))));
    }

    private static COSBase type(COSBase base) {
        return base instanceof COSDictionary dictionary ? dictionary.getDictionaryObject(COSName.TYPE) : base;
    }

    /** New fields are signatures, and so are new annotations. */
    private static boolean onlySignaturesAdded(PDDocument then, PDDocument now) {
        if (then.getNumberOfPages() != now.getNumberOfPages()) {
            return false;
        }
        for (int page = 0; page < now.getNumberOfPages(); page++) {
            COSArray before = then.getPage(page).getCOSObject().getCOSArray(COSName.ANNOTS);
            COSArray after = now.getPage(page).getCOSObject().getCOSArray(COSName.ANNOTS);
            if (!signaturesBehind(before, after)) {
                return false;
            }
        }
        return signaturesBehind(fields(then), fields(now));
    }

    private static COSArray fields(PDDocument document) {
        COSDictionary form = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.ACRO_FORM);
        COSArray fields = form == null ? null : form.getCOSArray(COSName.FIELDS);
        return fields == null ? new COSArray() : fields;
    }

    private static boolean signaturesBehind(COSArray before, COSArray after) {
        Set<String> known = new HashSet<>();
        if (before != null) {
            before.forEach(each -> known.add(said(each)));
        }
        int kept = 0;
        for (int each = 0; after != null && each < after.size(); each++) {
            boolean old = known.contains(said(after.get(each)));
            kept += old ? 1 : 0;
            boolean signature = after.getObject(each) instanceof COSDictionary field
                    && COSName.SIG.equals(field.getDictionaryObject(COSName.FT));
            if (!old && !signature) {
                return false;
            }
        }
        return kept == known.size();
    }

    /** What an object says, references as such. */
    private static String said(COSBase base) {
        if (base instanceof COSObject reference && reference.getKey() != null) {
            return reference.getKey() + " R";
        }
        if (base instanceof COSArray array) {
            return array.toList().stream().map(Revision::said).collect(Collectors.joining(" ", "[", "]"));
        }
        if (base instanceof COSDictionary dictionary) {
            return dictionary.entrySet().stream()
                    .map(entry -> entry.getKey().getName() + " " + said(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining(" ", "<<", ">>"));
        }
        return String.valueOf(base);
    }
}
