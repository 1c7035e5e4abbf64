package io.liasse.capture.ocr;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessOcrEngineMode;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.TessAPI1;

/**
 * Measures whether words of digits that were read unsurely are read better a second time, alone and with digits only: how
 * many become right, how many wrong, at what cost. Not a test: run it by hand with picture files that begin with the code of
 * their language and have their true text beside them. Each is read as it is, at 60 % of its size, blurred, and all of that
 * with 1.3 degrees of skew.
 */
public final class DigitsTwice {
    private static final Map<String, String> MODELS = Map.of("de", "deu", "fr", "fra", "it", "ita", "en", "eng");
    private static final Pattern DIGITS = Pattern.compile("[A-Z$€£]{0,4}[-:#.]?[0-9OolISBZ.,'’:/%+*()#-]{3,}[A-Z]?");
    private static final double UNSURE = 0.9;
    private static final int MARGIN = 6;

    private final Recogniser recogniser;
    private final Path models;
    private final Map<String, TessBaseAPI> handles = new HashMap<>();
    private final int[] became = new int[4];
    private final int[] agreed = new int[4];
    private int pages;
    private int words;
    private int wrong;
    private int asked;
    private double first;
    private double second;

    private DigitsTwice(Path models) {
        this.models = models;
        this.recogniser = new Recogniser(models);
    }

    public static void main(String[] files) throws IOException {
        Path folder = Files.createTempDirectory("digits-twice");
        System.setProperty(
                "jna.library.path",
                NativeLibraries.unpack(folder.resolve("native")).toString());
        Path models = LanguageModels.gather(null, folder.resolve("models"));
        for (int variant = 0; variant < 4; variant++) {
            DigitsTwice twice = new DigitsTwice(models);
            for (String file : files) {
                twice.read(Path.of(file), variant);
            }
            twice.print(List.of("as it is", "60 %", "blurred", "askew").get(variant));
        }
    }

    private void read(Path file, int variant) throws IOException {
        String name = file.toString();
        Set<String> truth = Arrays.stream(Files.readString(Path.of(name.replaceFirst("\\.\\w+$", ".gt.txt")))
                        .split("\\s+"))
                .map(DigitsTwice::bare)
                .collect(Collectors.toSet());
        String model = MODELS.get(file.getFileName().toString().substring(0, 2));
        try (Picture read = Picture.read(file).orElseThrow();
                Picture gray = read.gray();
                Picture page = variant(gray, variant)) {
            double begin = seconds();
            Recognition recognition = recogniser.recognise(page, model);
            first += seconds() - begin;
            pages++;
            recognition.words().stream()
                    .filter(word -> DIGITS.matcher(bare(word.text())).matches())
                    .filter(word ->
                            word.text().chars().filter(Character::isDigit).count() * 2
                                    >= bare(word.text()).length())
                    .forEach(word -> again(page, word, model, truth));
        }
    }

    private static Picture variant(Picture gray, int variant) {
        return switch (variant) {
            case 0 -> gray.scaledPlainly(1);
            case 1 -> gray.scaledPlainly(0.6);
            case 2 -> gray.smoothed(1);
            default -> {
                try (Picture turned = gray.rotated(1.3);
                        Picture blurred = turned.smoothed(1)) {
                    yield blurred.scaledPlainly(0.75);
                }
            }
        };
    }

    private void again(Picture page, Word word, String model, Set<String> truth) {
        boolean right = truth.contains(bare(word.text()));
        words++;
        wrong += right ? 0 : 1;
        if (word.confidence() >= UNSURE) {
            return;
        }
        asked++;
        double begin = seconds();
        Recognition line = alone(page, word, model, TessPageSegMode.PSM_SINGLE_LINE, 1);
        second += seconds() - begin;
        Recognition small = alone(page, word, model, TessPageSegMode.PSM_SINGLE_WORD, 0.7);
        boolean taken = line.confidence() > word.confidence() && shape(line).equals(shape(word.text()));
        if (taken && !bare(joined(line)).equals(bare(word.text()))) {
            int outcome = (right ? 2 : 0) + (truth.contains(bare(joined(line))) ? 1 : 0);
            became[outcome]++;
            agreed[outcome] += bare(joined(line)).equals(bare(joined(small))) ? 1 : 0;
        }
    }

    private Recognition alone(Picture page, Word word, String model, int segmentation, double scale) {
        int left = Math.max(0, word.x() - MARGIN);
        int top = Math.max(0, word.y() - MARGIN);
        int width = Math.min(page.width() - left, word.width() + 2 * MARGIN);
        int height = Math.min(page.height() - top, word.height() + 2 * MARGIN);
        TessBaseAPI handle = handles.computeIfAbsent(model, this::open);
        try (Picture part = page.part(left, top, width, height);
                Picture scaled = part.scaled(scale)) {
            TessAPI1.TessBaseAPISetPageSegMode(handle, segmentation);
            Shown.TessBaseAPISetImage2(handle.getPointer(), scaled.pointer());
            TessAPI1.TessBaseAPISetSourceResolution(handle, 300);
            return TessAPI1.TessBaseAPIRecognize(handle, null) == 0
                    ? WordWalk.words(handle)
                    : new Recognition(List.of());
        } finally {
            TessAPI1.TessBaseAPIClear(handle);
        }
    }

    private TessBaseAPI open(String model) {
        TessBaseAPI handle = TessAPI1.TessBaseAPICreate();
        TessAPI1.TessBaseAPIInit2(handle, models.toString(), model, TessOcrEngineMode.OEM_LSTM_ONLY);
        TessAPI1.TessBaseAPISetVariable(handle, "debug_file", "/dev/null");
        TessAPI1.TessBaseAPISetVariable(handle, "tessedit_char_whitelist", "0123456789.,'/:-%+*()#");
        return handle;
    }

    private static String joined(Recognition read) {
        return read.words().stream().map(Word::text).collect(Collectors.joining());
    }

    private static String bare(String text) {
        return text.toUpperCase(Locale.ROOT).replace('’', '\'').replaceAll("^[^A-Z0-9]+|[^A-Z0-9%]+$", "");
    }

    private static String shape(Recognition read) {
        return shape(joined(read));
    }

    private static String shape(String text) {
        return bare(text).replaceAll("[0-9OLISBZ]", "0");
    }

    private static double seconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private void print(String variant) {
        System.out.printf(
                Locale.ROOT,
                "%-8s %3d pages %.2f s each; %4d words of digits, %3d wrong; asked %3d, %.1f ms each: one look +%d -%d, two that agree +%d -%d%n",
                variant,
                pages,
                first / pages,
                words,
                wrong,
                asked,
                1_000 * second / Math.max(1, asked),
                became[1],
                became[2],
                agreed[1],
                agreed[2]);
    }

    /** Bound to the picture's address. */
    private static final class Shown {
        static {
            Native.register(Shown.class, "tesseract");
        }

        private Shown() {}

        static native void TessBaseAPISetImage2(Pointer handle, Pointer picture);
    }
}
