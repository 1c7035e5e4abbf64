package io.liasse.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** How soon it is told that a page stands on its head, while other pages are being read. */
final class Glanced {
    private static final int PAGES = 60;
    private static final int OTHERS = 6;
    private static final double MOST_MILLISECONDS = 2_000;
    private static final Set<String> UNDER_WAY = Set.of("RECEIVED", "READING");

    private Glanced() {}

    static List<Figure> measure(Client client, Samples samples) throws IOException, InterruptedException {
        List<Samples.PagePicture> pages = samples.upright();
        Times times = new Times();
        int others = 0;
        for (int i = 0; i < PAGES; i++) {
            while (client.reading() < OTHERS) {
                client.post(pages.get(others++ % pages.size()).file());
            }
            byte[] bad = onItsHead(pages.get(i % pages.size()));
            long begin = System.nanoTime();
            if (isTold(client, client.post("page.png", bad))) {
                times.add(System.nanoTime() - begin);
            }
        }
        client.awaitAllRead();
        String on = "%d pages on their heads, %d others being read".formatted(PAGES, OTHERS);
        return List.of(
                new Figure("pages told to stand on their heads", 100.0 * times.count() / PAGES, "%", null, on),
                new Figure("upload to telling, p50", times.percentile(0.5), "ms", MOST_MILLISECONDS, on),
                new Figure("upload to telling, p99", times.percentile(0.99), "ms", MOST_MILLISECONDS, on));
    }

    private static boolean isTold(Client client, String id) throws InterruptedException {
        while (true) {
            JsonNode document = client.get("/api/v1/documents/" + id);
            if (!document.get("hints").isEmpty()) {
                return true;
            }
            if (!UNDER_WAY.contains(document.get("state").asString())) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static byte[] onItsHead(Samples.PagePicture page) throws IOException {
        BufferedImage picture = Variants.gray(ImageIO.read(page.file().toFile()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(Variants.turned(picture, 2), "png", bytes);
        return bytes.toByteArray();
    }
}
