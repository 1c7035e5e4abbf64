package io.liasse.capture.signature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The certificates at which a chain may end: those of the Java runtime and those of a folder. Loaded at first use. */
final class Trust {
    private final @Nullable Path folder;
    private @Nullable Set<TrustAnchor> anchors;

    Trust(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Whether a chain leads from the certificate to a known one, all good at that time; now where it is not known. */
    boolean knows(X509Certificate certificate, List<X509Certificate> others, @Nullable Instant at) {
        Set<TrustAnchor> known = anchors();
        boolean itself = known.stream().anyMatch(anchor -> certificate.equals(anchor.getTrustedCert()));
        return itself ? goodAt(certificate, at) : chained(certificate, others, at, known);
    }

    private static boolean goodAt(X509Certificate certificate, @Nullable Instant at) {
        Instant time = at == null ? Instant.now() : at;
        return !time.isBefore(certificate.getNotBefore().toInstant())
                && !time.isAfter(certificate.getNotAfter().toInstant());
    }

    private static boolean chained(
            X509Certificate certificate, List<X509Certificate> others, @Nullable Instant at, Set<TrustAnchor> known) {
        try {
            X509CertSelector wanted = new X509CertSelector();
            wanted.setCertificate(certificate);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(known, wanted);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(at == null ? null : Date.from(at));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (CertPathBuilderException noChain) {
            return false;
        } catch (InvalidAlgorithmParameterException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("The runtime knows no certificates", e);
        }
    }

    private Set<TrustAnchor> anchors() {
        Set<TrustAnchor> loaded = anchors;
        if (loaded == null) {
            loaded = load();
            anchors = loaded;
        }
        return loaded;
    }

    private Set<TrustAnchor> load() {
        Set<TrustAnchor> all = new HashSet<>();
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                    .forEach(each -> all.add(new TrustAnchor(each, null)));
            if (folder != null) {
                addFiles(folder, all);
            }
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The known certificates cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addFiles(Path folder, Set<TrustAnchor> all) throws IOException, GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    factory.generateCertificates(in)
                            .forEach(each -> all.add(new TrustAnchor((X509Certificate) each, null)));
                }
            }
        }
    }
}
