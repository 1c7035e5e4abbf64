package io.liasse.capture.detect;

import io.liasse.capture.ReaderSettings;
import io.liasse.capture.worker.RefusedException;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/**
 * LibreOffice, where it is installed: makes the pages of Office files as they look. It runs without macros, links and
 * network, with a profile of this process's own. Whatever it cannot do, or not in time, is left to others.
 */
final class Office {
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("application/msword", "doc"),
            Map.entry("application/rtf", "rtf"),
            Map.entry("application/vnd.ms-excel", "xls"),
            Map.entry("application/vnd.ms-powerpoint", "ppt"),
            Map.entry("application/vnd.visio", "vsd"),
            Map.entry("application/x-mspublisher", "pub"),
            Map.entry("application/vnd.wordperfect", "wpd"));

    private static final List<String> FAMILIES = List.of(
            "application/vnd.openxmlformats-officedocument.",
            "application/vnd.oasis.opendocument.",
            "application/vnd.ms-word.",
            "application/vnd.ms-excel.",
            "application/vnd.ms-powerpoint.",
            "application/vnd.ms-visio.");

    private static final long MOST_BYTES = 64L << 20;
    /** It starts anew with this code when it has made its profile. */
    private static final int PROFILE_MADE = 81;
    /** Addresses, not memory: its libraries alone take a good part of it. */
    private static final long ADDRESSES = 4L << 30;

    private static final String PROFILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
              <prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
              <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
              <prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
            <item oor:path="/org.openoffice.Office.Calc/Content/Update">
              <prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
            <item oor:path="/org.openoffice.Office.Writer/Content/Update">
              <prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
            <item oor:path="/org.openoffice.Inet/Settings">
              <prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
              <prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
              <prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
              <prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
              <prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
            </oor:items>
            """;

    private final ReaderSettings settings;
    private final Optional<Path> binary;
    private final Path profile;

    Office(ReaderSettings settings) {
        this.settings = settings;
        this.binary = binary(settings.office());
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        this.profile = temporary.resolveSibling("office-" + temporary.getFileName());
    }

    private static Optional<Path> binary(String said) {
        return switch (said) {
            case "off" -> Optional.empty();
            case "auto" -> Program.find("soffice", "libreoffice").map(Office::real);
            default -> Optional.of(Path.of(said)).map(Office::real);
        };
    }

    /** The program behind the script that starts it, so that the one that is ended is the one that works. */
    private static Path real(Path script) {
        try {
            Path program = script.toRealPath().resolveSibling("soffice.bin");
            return Files.isExecutable(program) ? program : script;
        } catch (IOException e) {
            return script;
        }
    }

    boolean renders(String mediaType) {
        return binary.isPresent()
                && (EXTENSIONS.containsKey(mediaType) || FAMILIES.stream().anyMatch(mediaType::startsWith));
    }

    /** The file as PDF; empty where that cannot be had. */
    Optional<Path> pdf(Task.Inspect task, String mediaType) throws IOException {
        if (binary.isEmpty() || Files.size(task.file()) > MOST_BYTES) {
            return Optional.empty();
        }
        Path folder = Files.createDirectories(task.folder().resolve("office"));
        Path copy = Files.copy(task.file(), folder.resolve("document." + extension(mediaType)));
        try {
            return convert(binary.get(), folder, copy);
        } catch (RefusedException e) {
            // Not in time; the text is there without it.
            return Optional.empty();
        } finally {
            Files.delete(copy);
        }
    }

    private Optional<Path> convert(Path program, Path folder, Path copy) throws IOException {
        Program office = new Program(program, time(), ADDRESSES, settings.unpackedBytes());
        List<String> arguments = List.of(
                "--headless",
                "--norestore",
                "--nologo",
                "--nolockcheck",
                "-env:UserInstallation=" + profile().toUri(),
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString(),
                copy.toString());
        int code = office.run(folder, arguments);
        if (code == PROFILE_MADE) {
            code = office.run(folder, arguments);
        }
        Path pdf = folder.resolve("document.pdf");
        return code == 0 && Files.exists(pdf) ? Optional.of(pdf) : Optional.empty();
    }

    private Duration time() {
        return settings.timePerFile().dividedBy(3);
    }

    /** Written anew each time, so that no file can loosen it for the next. */
    private Path profile() throws IOException {
        Path registry = profile.resolve("user").resolve("registrymodifications.xcu");
        Files.createDirectories(registry.getParent());
        Files.writeString(registry, PROFILE);
        return profile;
    }

    private static String extension(String mediaType) {
        String known = EXTENSIONS.get(mediaType);
        if (known != null) {
            return known;
        }
        try {
            String extension =
                    MimeTypes.getDefaultMimeTypes().forName(mediaType).getExtension();
            return extension.isEmpty() ? "bin" : extension.substring(1);
        } catch (MimeTypeException e) {
            return "bin";
        }
    }
}
