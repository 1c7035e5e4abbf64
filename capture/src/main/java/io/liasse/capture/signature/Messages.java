package io.liasse.capture.signature;

import io.liasse.capture.Reading.Signature;
import io.liasse.capture.Reading.SignatureState;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/** Checks signed messages (RFC 5652) with their one signer, and time stamps (RFC 3161). */
final class Messages {
    private final Trust trust;

    /** Made when the first signature comes, not when a process starts. */
    private static final class Provider {
        static final BouncyCastleProvider ONE = new BouncyCastleProvider();
    }

    Messages(Trust trust) {
        this.trust = trust;
    }

    /** Bytes that are signed and stand elsewhere. */
    interface Signed {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A signature as it stands in a PDF file, filled with zeros at its end. */
    Signature check(byte[] message, String kind, Signed signed, @Nullable Instant said) throws CMSException {
        ContentInfo content = withoutFilling(message);
        return switch (kind) {
            case "ETSI.RFC3161" -> stamped(new CMSSignedData(content), signed);
            case "adbe.pkcs7.sha1" -> digested(new CMSSignedData(content), signed, said);
            default -> check(new CMSSignedData(new Elsewhere(signed), content), said);
        };
    }

    private static ContentInfo withoutFilling(byte[] message) throws CMSException {
        try (ASN1InputStream in = new ASN1InputStream(message)) {
            return ContentInfo.getInstance(in.readObject());
        } catch (IOException e) {
            throw new CMSException("no message", e);
        }
    }

    /** @param said when it was signed, where the message does not tell */
    Signature check(CMSSignedData message, @Nullable Instant said) throws CMSException {
        SignerInformation signer = message.getSignerInfos().getSigners().stream()
                .findFirst()
                .orElseThrow(() -> new CMSException("nobody signed"));
        List<X509Certificate> certificates = certificates(message);
        X509Certificate own = certificateOf(signer, message)
                .map(this::certificate)
                .orElseThrow(() -> new CMSException("the signer's certificate is missing"));
        Instant at = Optional.ofNullable(signedAt(signer)).orElse(said);
        return new Signature(name(own), at, false, state(signer, own, certificates, at));
    }

    private SignatureState state(
            SignerInformation signer, X509Certificate own, List<X509Certificate> certificates, @Nullable Instant at)
            throws CMSException {
        try {
            if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Provider.ONE)
                    .build(own.getPublicKey()))) {
                return SignatureState.BROKEN;
            }
            return trust.knows(own, certificates, at) ? SignatureState.VALID : SignatureState.UNKNOWN_SIGNER;
        } catch (CMSSignerDigestMismatchException changed) {
            return SignatureState.CHANGED;
        } catch (OperatorCreationException e) {
            throw new CMSException("cannot be verified", e);
        }
    }

    /** An old kind: the message holds the SHA-1 digest of what is signed. */
    private Signature digested(CMSSignedData message, Signed signed, @Nullable Instant said) throws CMSException {
        Signature checked = check(message, said);
        boolean same = message.getSignedContent() != null
                && Arrays.equals(digest("SHA-1", signed), (byte[])
                        message.getSignedContent().getContent());
        return same ? checked : new Signature(checked.signer(), checked.at(), false, SignatureState.CHANGED);
    }

    /** A time stamp over the whole document. */
    private Signature stamped(CMSSignedData message, Signed signed) throws CMSException {
        try {
            TimeStampToken token = new TimeStampToken(message);
            Instant at = token.getTimeStampInfo().getGenTime().toInstant();
            Signature checked = check(message, at);
            String algorithm =
                    token.getTimeStampInfo().getHashAlgorithm().getAlgorithm().getId();
            boolean same = Arrays.equals(
                    digest(algorithm, signed), token.getTimeStampInfo().getMessageImprintDigest());
            return new Signature(checked.signer(), at, false, same ? checked.state() : SignatureState.CHANGED);
        } catch (TSPException | IOException e) {
            throw new CMSException("no time stamp", e);
        }
    }

    private byte[] digest(String algorithm, Signed signed) throws CMSException {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm, Provider.ONE);
            signed.writeTo(new java.security.DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return digest.digest();
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new CMSException("no digest", e);
        }
    }

    private static Optional<X509CertificateHolder> certificateOf(SignerInformation signer, CMSSignedData message) {
        return message.getCertificates().getMatches(null).stream()
                .filter(holder -> signer.getSID().match(holder))
                .findFirst();
    }

    private List<X509Certificate> certificates(CMSSignedData message) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder holder : message.getCertificates().getMatches(null)) {
            certificates.add(certificate(holder));
        }
        return certificates;
    }

    private X509Certificate certificate(X509CertificateHolder holder) {
        try {
            return new JcaX509CertificateConverter().setProvider(Provider.ONE).getCertificate(holder);
        } catch (CertificateException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static @Nullable Instant signedAt(SignerInformation signer) {
        AttributeTable attributes = signer.getSignedAttributes();
        Attribute time = attributes == null ? null : attributes.get(CMSAttributes.signingTime);
        if (time == null || time.getAttrValues().size() == 0) {
            return null;
        }
        Date date = Time.getInstance(time.getAttrValues().getObjectAt(0)).getDate();
        return date.toInstant();
    }

    /** Common name, else organisation, else all of it. */
    private static String name(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        for (var kind : List.of(BCStyle.CN, BCStyle.O)) {
            RDN[] found = subject.getRDNs(kind);
            if (found.length > 0) {
                ASN1Encodable value = found[0].getFirst().getValue();
                return IETFUtils.valueToString(value).replace("\\", "");
            }
        }
        return subject.toString();
    }

    /** Streams what is signed, so that its size does not matter. */
    private record Elsewhere(Signed signed) implements CMSTypedData {
        @Override
        public org.bouncycastle.asn1.ASN1ObjectIdentifier getContentType() {
            return CMSObjectIdentifiers.data;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            signed.writeTo(out);
        }

        @Override
        public Object getContent() {
            return signed;
        }
    }
}
