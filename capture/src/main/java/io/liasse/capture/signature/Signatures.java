package io.liasse.capture.signature;

import io.liasse.capture.Reading.Signature;
import io.liasse.capture.Reading.SignatureState;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.COSFilterInputStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Checks the signatures of a PDF file (ISO 32000-1, 12.8; ETSI EN 319 142-1) and of signed messages (RFC 5652). A signer is
 * known when the chain of certificates ends at one of the Java runtime's or of a folder; certificates are judged at the
 * time of signing, revocation is not looked up. Not thread-safe.
 */
public final class Signatures {
    /** Signing devices in use pad integers in ways that DER does not allow. */
    private static final String LENIENT_INTEGERS = "org.bouncycastle.asn1.allow_unsafe_integer";

    private static final int MOST = 100;
    private static final int MOST_MESSAGE_BYTES = 50_000_000;
    private static final Set<String> DETACHED =
            Set.of("adbe.pkcs7.detached", "ETSI.CAdES.detached", "ETSI.RFC3161", "adbe.pkcs7.sha1");

    private final Messages messages;

    /** With a folder of certificates (PEM or DER) whose owners are known beside those of the runtime. */
    public Signatures(@Nullable Path certificates) {
        this.messages = new Messages(new Trust(certificates));
    }

    /** Whether a PDF file bears signatures. */
    public static boolean in(PDDocument document) {
        return !document.getSignatureDictionaries().isEmpty();
    }

    /** The signatures of a PDF file in the order they are listed. */
    public List<Signature> of(PDDocument document, Path file) throws IOException {
        List<Signature> signatures = new ArrayList<>();
        for (PDSignature each : document.getSignatureDictionaries()) {
            if (signatures.size() < MOST) {
                signatures.add(checked(each, document, file));
            }
        }
        return signatures;
    }

    /** The signatures of a signed message that holds what is signed (PKCS #7). */
    public List<Signature> ofMessage(Path file) throws IOException {
        if (Files.size(file) > MOST_MESSAGE_BYTES) {
            return List.of();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            CMSSignedData signed = new CMSSignedData(in);
            return signed.getSignedContent() == null ? List.of() : List.of(messages.check(signed, null));
        } catch (CMSException | IllegalArgumentException notSigned) {
            return List.of();
        }
    }

    /** Whatever is wrong with a signature is a broken signature, never a broken document. */
    private Signature checked(PDSignature signature, PDDocument document, Path file) throws IOException {
        boolean before = Properties.setThreadOverride(LENIENT_INTEGERS, true);
        try {
            return check(signature, document, file);
        } catch (RuntimeException malformed) {
            return new Signature("", null, false, SignatureState.BROKEN);
        } finally {
            Properties.setThreadOverride(LENIENT_INTEGERS, before);
        }
    }

    private Signature check(PDSignature signature, PDDocument document, Path file) throws IOException {
        int[] range = signature.getByteRange();
        Instant said = said(signature.getSignDate());
        if (!sound(signature, range, file) || !DETACHED.contains(String.valueOf(signature.getSubFilter()))) {
            return new Signature(named(signature), said, false, SignatureState.BROKEN);
        }
        boolean whole = Tail.isBlank(file, end(range));
        Signature checked = content(signature, range, file, said);
        boolean holds = checked.state() == SignatureState.VALID || checked.state() == SignatureState.UNKNOWN_SIGNER;
        boolean changed = holds && !whole && Revision.changed(document, file, end(range));
        return new Signature(checked.signer(), checked.at(), whole, changed ? SignatureState.CHANGED : checked.state());
    }

    private Signature content(PDSignature signature, int[] range, Path file, @Nullable Instant said) {
        try {
            Messages.Signed signed = out -> {
                try (InputStream all = new BufferedInputStream(Files.newInputStream(file));
                        InputStream covered = new COSFilterInputStream(all, range)) {
                    covered.transferTo(out);
                }
            };
            return messages.check(signature.getContents(), String.valueOf(signature.getSubFilter()), signed, said);
        } catch (CMSException malformed) {
            return new Signature(named(signature), said, false, SignatureState.BROKEN);
        }
    }

    private static long end(int[] range) {
        return (long) range[2] + range[3];
    }

    /** Two ranges from the file's beginning, and between them nothing but the signature, as it is in the dictionary. */
    private static boolean sound(PDSignature signature, int[] range, Path file) throws IOException {
        boolean ranges = range.length == 4
                && range[0] == 0
                && range[1] > 0
                && range[2] > range[1]
                && range[3] >= 0
                && end(range) <= Files.size(file)
                && signature.getContents().length > 0;
        return ranges && Arrays.equals(gap(file, range[1], range[2]), signature.getContents());
    }

    private static byte[] gap(Path file, int from, int to) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            String between = new String(in.readNBytes(to - from), java.nio.charset.StandardCharsets.ISO_8859_1);
            boolean string = between.startsWith("<") && between.endsWith(">");
            String digits = string ? between.substring(1, between.length() - 1).replaceAll("\\s", "") : "";
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException noHexadecimal) {
            return new byte[0];
        }
    }

    private static @Nullable Instant said(@Nullable Calendar date) {
        return date == null ? null : date.toInstant();
    }

    /** What the file calls the signer; nobody has vouched for it. */
    private static String named(PDSignature signature) {
        String name = signature.getCOSObject().getString(COSName.NAME);
        return name == null ? "" : name.strip();
    }
}
