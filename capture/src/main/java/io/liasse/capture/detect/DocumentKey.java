package io.liasse.capture.detect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The keys that a password gives for the files of an OpenDocument package: a digest of it, put through PBKDF2 or Argon2id
 * for each file anew.
 *
 * @param feedback how Blowfish feeds back, which files do not tell: by blocks or by bytes
 */
record DocumentKey(String password, String feedback) {
    private static final int CHECKED_BYTES = 1_024;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int MOST_KIBIBYTES = 1 << 17;
    private static final int MOST_LANES = 64;
    private static final int TAG_BITS = 128;
    private static final int TAG_VECTOR = 12;

    /** The password was wrong, or the file was changed since. */
    static final class WrongException extends IOException {
        private static final long serialVersionUID = 1;

        WrongException(Throwable cause) {
            super(cause);
        }
    }

    /** The ways in which a password may be meant. */
    static List<DocumentKey> of(String password) {
        return List.of(new DocumentKey(password, "CFB"), new DocumentKey(password, "CFB8"));
    }

    /** Whether a file is encrypted in a way that a password can open. */
    static boolean knows(ManifestEntry entry) {
        String derivation = derivation(entry);
        return (derivation.contains("pbkdf2") || derivation.contains("argon2id"))
                && List.of("aes", "blowfish").stream().anyMatch(algorithm(entry)::contains);
    }

    private static String derivation(ManifestEntry entry) {
        return entry.said("key-derivation/key-derivation-name", "").toLowerCase(Locale.ROOT);
    }

    private static String algorithm(ManifestEntry entry) {
        return entry.said("algorithm/algorithm-name", "").toLowerCase(Locale.ROOT);
    }

    /** Whether the checksum of a file shows that this is the key. */
    boolean opens(ManifestEntry entry, InputStream encrypted) throws IOException {
        String type = entry.said("encryption-data/checksum-type", "").toLowerCase(Locale.ROOT);
        try (InputStream in = plain(entry, encrypted)) {
            MessageDigest digest = MessageDigest.getInstance(type.contains("256") ? "SHA-256" : "SHA-1");
            if (type.endsWith("1k")) {
                digest.update(in.readNBytes(CHECKED_BYTES));
            } else {
                byte[] piece = new byte[1 << 16];
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                    digest.update(piece, 0, read);
                }
            }
            return MessageDigest.isEqual(digest.digest(), entry.bytes("encryption-data/checksum"));
        } catch (WrongException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was encrypted, as it was packed. */
    InputStream plain(ManifestEntry entry, InputStream encrypted) throws IOException {
        byte[] vector = entry.bytes("algorithm/initialisation-vector");
        try {
            byte[] key = key(entry);
            if (algorithm(entry).contains("gcm")) {
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, vector));
                return new Decrypted(withoutVector(encrypted, vector), cipher);
            }
            boolean aes = algorithm(entry).contains("aes");
            // Only the last byte of the padding says anything (XML Encryption 5.2).
            Cipher cipher = Cipher.getInstance(aes ? "AES/CBC/ISO10126Padding" : "Blowfish/" + feedback + "/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE, new SecretKeySpec(key, aes ? "AES" : "Blowfish"), new IvParameterSpec(vector));
            return new Decrypted(encrypted, cipher);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    /** The vector stands before what it was used for (XML Encryption 1.1, 5.2.4). */
    private static InputStream withoutVector(InputStream encrypted, byte[] vector) throws IOException {
        byte[] start = encrypted.readNBytes(TAG_VECTOR);
        return Arrays.equals(start, vector)
                ? encrypted
                : new SequenceInputStream(new ByteArrayInputStream(start), encrypted);
    }

    private byte[] key(ManifestEntry entry) throws IOException, GeneralSecurityException {
        byte[] start = start(entry);
        byte[] salt = entry.bytes("key-derivation/salt");
        int size = entry.number("key-derivation/key-size", 16, 64);
        if (derivation(entry).contains("argon2id")) {
            return argon(entry, start, salt, size);
        }
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator();
        generator.init(start, salt, entry.number("key-derivation/iteration-count", 1_024, MOST_ROUNDS));
        return ((KeyParameter) generator.generateDerivedParameters(size * Byte.SIZE)).getKey();
    }

    private static byte[] argon(ManifestEntry entry, byte[] start, byte[] salt, int size) throws IOException {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withIterations(entry.number("key-derivation/argon2-iterations", 3, 100))
                .withMemoryAsKB(entry.number("key-derivation/argon2-memory", 1 << 16, MOST_KIBIBYTES))
                .withParallelism(entry.number("key-derivation/argon2-lanes", 4, MOST_LANES))
                .build());
        byte[] key = new byte[size];
        generator.generateBytes(start, key);
        return key;
    }

    private byte[] start(ManifestEntry entry) throws GeneralSecurityException, IOException {
        String name = entry.said("start-key-generation/start-key-generation-name", "SHA1");
        boolean sha256 = name.contains("256");
        byte[] start = MessageDigest.getInstance(sha256 ? "SHA-256" : "SHA-1")
                .digest(password.getBytes(StandardCharsets.UTF_8));
        int size = entry.number("start-key-generation/key-size", start.length, start.length);
        return Arrays.copyOf(start, size);
    }

    /** Says by an exception of its own that what comes out cannot be what went in. */
    private static final class Decrypted extends CipherInputStream {
        Decrypted(InputStream in, Cipher cipher) {
            super(in, cipher);
        }

        @Override
        public int read(byte[] piece, int from, int length) throws IOException {
            try {
                return super.read(piece, from, length);
            } catch (IOException e) {
                throw e.getCause() instanceof GeneralSecurityException ? new WrongException(e) : e;
            }
        }
    }
}
