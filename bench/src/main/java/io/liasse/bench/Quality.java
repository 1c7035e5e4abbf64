package io.liasse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What the program reads on pages whose text is known, beside Tesseract alone on the picture as it is, told the language. */
final class Quality {
    private Quality() {}

    /** A page with both texts. */
    private record Compared(String kind, Likeness program, Likeness bare) {}

    static List<Figure> measure(Client client, Samples samples, Path scratch) throws InterruptedException, IOException {
        List<Samples.PagePicture> pages = samples.knownPages();
        Map<Samples.PagePicture, String> ids =
                pages.stream().collect(Collectors.toMap(page -> page, page -> client.post(page.file())));
        client.awaitAllRead();
        List<String> bare = BareTesseract.texts(pages, scratch.resolve("quality"));
        List<Compared> compared = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            Samples.PagePicture page = pages.get(i);
            String truth = Files.readString(Samples.truth(page.file()));
            Likeness program = new Likeness(truth, client.text(String.valueOf(ids.get(page))));
            compared.add(new Compared(page.kind(), program, new Likeness(truth, bare.get(i))));
        }
        List<Figure> figures = new ArrayList<>();
        new TreeMap<>(compared.stream().collect(Collectors.groupingBy(Compared::kind))).forEach((kind, some) -> {
            String on = some.size() + " pages, " + kind;
            figures.add(new Figure(
                    "words found",
                    percent(some, page -> page.program().wordsFound()),
                    "%",
                    percent(some, page -> page.bare().wordsFound()),
                    on));
            figures.add(new Figure(
                    "character errors",
                    percent(some, page -> page.program().characterErrors()),
                    "%",
                    percent(some, page -> page.bare().characterErrors()),
                    on));
        });
        return figures;
    }

    private static double percent(List<Compared> pages, ToDoubleFunction<Compared> share) {
        return 100 * pages.stream().mapToDouble(share).average().orElse(0);
    }
}
