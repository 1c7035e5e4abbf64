package io.liasse.capture;

import java.nio.file.Files;
import java.nio.file.Path;

final class TryIt {
    public static void main(String[] files) throws Exception {
        long begin = System.nanoTime();
        try (DocumentReader reader = new DocumentReader(ReaderSettings.usual())) {
            for (String file : files) {
                long start = System.nanoTime();
                Path folder = Files.createTempDirectory("tryit");
                Reading reading = reader.read(new ReadOrder(
                        Path.of(file),
                        Path.of(file).getFileName().toString(),
                        null,
                        null,
                        System.getProperty("password"),
                        folder));
                long ms = (System.nanoTime() - start) / 1_000_000;
                System.out.println("== " + file + " " + ms + " ms " + folder);
                if (reading instanceof Reading.Read read) {
                    System.out.println(read.mediaType() + " title=" + read.title() + " date=" + read.date() + " lang="
                            + read.language() + " conf=" + read.confidence() + " pages="
                            + read.pages().size() + " parts="
                            + read.parts());
                    for (Reading.ReadPage page :
                            read.pages().subList(0, Math.min(3, read.pages().size()))) {
                        System.out.println("  p" + page.number() + " " + page.source() + " " + page.language() + " "
                                + page.confidence() + " " + page.width() + "x" + page.height() + " " + page.barcodes()
                                + " "
                                + page.text()
                                        .substring(
                                                0,
                                                Math.min(
                                                        Integer.getInteger("chars", 100),
                                                        page.text().length()))
                                        .replace("\n", "|"));
                    }
                    read.renditions().forEach(r -> {
                        if (Boolean.getBoolean("show")) System.out.println("   " + r);
                    });
                } else {
                    System.out.println(reading);
                }
            }
        }
        System.out.println("total " + (System.nanoTime() - begin) / 1_000_000 + " ms");
    }
}
