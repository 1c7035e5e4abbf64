package io.liasse.routes.reading;

import io.liasse.store.database.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals the passwords of files for the time they wait in the queue, so that the database and its backups never hold one in
 * clear: AES-256 in GCM, the key in {@code liasse.home/keys/queue}, which only its owner can read. A node with another key
 * cannot open them; the document then asks again. Thread-safe.
 */
@Component
final class PasswordSeal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    PasswordSeal(DatabaseSettings home) {
        this.file = home.folder("keys").resolve("queue");
    }

    /** Binds the password to the document: under another it does not open. */
    String seal(String password, String document) {
        byte[] nonce = bytes(NONCE_BYTES);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, document).doFinal(password.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot seal", e);
        }
    }

    /** Empty where it was sealed with another key or for another document. */
    Optional<String> open(String sealed, String document) {
        byte[] all = Base64.getDecoder().decode(sealed);
        try {
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            byte[] password =
                    cipher(Cipher.DECRYPT_MODE, nonce, document).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new String(password, StandardCharsets.UTF_8));
        } catch (AEADBadTagException otherKey) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot open what is sealed", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String document) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(document.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] bytes(int number) {
        byte[] bytes = new byte[number];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] key() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all; who comes second takes the first one's. */
    private void make() throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(
                file.getParent(),
                "queue",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(fresh, bytes(KEY_BYTES));
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException made) {
            // Another thread or node was quicker; its key is the key.
            return;
        } finally {
            Files.delete(fresh);
        }
    }
}
