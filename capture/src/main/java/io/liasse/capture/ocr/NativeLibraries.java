package io.liasse.capture.ocr;

import com.sun.jna.Platform;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Unpacks Tesseract, Leptonica and JNA's own library from the class path into one folder, where they find each other.
 * No Tesseract of the system is used: Debian 12's Leptonica lacks functions that tess4j binds.
 */
public final class NativeLibraries {
    private NativeLibraries() {}

    /** Unpacks into an empty folder. */
    public static Path unpack(Path folder) {
        try {
            Files.createDirectories(folder);
            String platform =
                    Platform.RESOURCE_PREFIX.replace("x86-64", "x86_64").replace("aarch64", "arm64");
            copy("org/bytedeco/leptonica/" + platform + "/libleptonica.so.6", folder.resolve("libleptonica.so.6"));
            copy("org/bytedeco/tesseract/" + platform + "/libtesseract.so.5.5", folder.resolve("libtesseract.so.5.5"));
            copy("com/sun/jna/" + Platform.RESOURCE_PREFIX + "/libjnidispatch.so", folder.resolve("libjnidispatch.so"));
            Files.createSymbolicLink(folder.resolve("libleptonica.so"), Path.of("libleptonica.so.6"));
            Files.createSymbolicLink(folder.resolve("libtesseract.so"), Path.of("libtesseract.so.5.5"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream in = NativeLibraries.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException("The class path has no " + resource + ": build for this platform");
            }
            Files.copy(in, file);
        }
    }
}
