package io.liasse.capture.rendition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Makes HTML of anybody fit to be laid out: without scripts, frames, forms' actions or anything from outside; pictures of
 * the mail stand in it as data. What would take for ever to lay out is refused.
 */
public final class CleanHtml {
    private static final int MOST_ELEMENTS = 20_000;
    private static final int DEEPEST = 200;
    private static final int DEEPEST_TABLES = 7;
    private static final long MOST_PIXELS = 20_000_000;

    /** A4 with margins; nothing sticks out of the page, and no page is made by a style of the file. */
    private static final String STYLE = """
            @page { size: A4; margin: 15mm }
            body { font-family: 'Liberation Sans'; font-size: 10.5pt; word-wrap: break-word; margin: 0 }
            img { max-width: 100% } pre { white-space: pre-wrap } td, th { word-wrap: break-word }
            table.liasse-head { border-bottom: 1px solid #888; margin-bottom: 12pt; width: 100%; font-family: 'Liberation Sans' }
            table.liasse-head th { text-align: left; vertical-align: top; width: 18mm; color: #555; font-weight: normal }
            table.liasse-rows { border-collapse: collapse; font-size: 8.5pt }
            table.liasse-rows td, table.liasse-rows th { border: 1px solid #999; padding: 1pt 4pt; text-align: left }
            """;

    private CleanHtml() {}

    /**
     * The same document cleaned in place; empty where it is better shown as plain text.
     *
     * @param pictures by content id, without angle brackets
     */
    public static Optional<Document> of(Document html, Map<String, byte[]> pictures) {
        if (tooIntricate(html)) {
            return Optional.empty();
        }
        html.select(
                        "script, noscript, iframe, frame, frameset, object, embed, applet, base, link, meta, audio, video, svg, math")
                .remove();
        html.select("style").forEach(CleanHtml::clean);
        html.select("[style]").forEach(element -> element.attr("style", plain(element.attr("style"))));
        html.select("[background]").removeAttr("background");
        html.select("img").forEach(image -> clean(image, pictures));
        html.outputSettings().syntax(Document.OutputSettings.Syntax.xml);
        html.head().appendElement("style").appendChild(new DataNode(STYLE));
        return Optional.of(html);
    }

    /** Nested tables cost exponentially. */
    private static boolean tooIntricate(Document html) {
        Deque<Depth> open = new ArrayDeque<>();
        open.push(new Depth(html, 0, 0));
        int elements = 0;
        while (!open.isEmpty()) {
            Depth at = open.pop();
            if (++elements > MOST_ELEMENTS || at.deep > DEEPEST || at.tables > DEEPEST_TABLES) {
                return true;
            }
            for (Element child : at.element.children()) {
                open.push(new Depth(
                        child, at.deep + 1, at.tables + (child.normalName().equals("table") ? 1 : 0)));
            }
        }
        return false;
    }

    private record Depth(Element element, int deep, int tables) {}

    private static void clean(Element style) {
        String rules = plain(style.data());
        style.empty();
        style.appendChild(new DataNode(rules));
    }

    /** Without addresses, imports and sizes of pages. */
    private static String plain(String rules) {
        return rules.replaceAll("(?is)@import[^;]*;?", "")
                .replaceAll("(?is)@font-face\\s*\\{[^}]*\\}", "")
                .replaceAll("(?is)@page[^{]*\\{[^}]*\\}", "")
                .replaceAll("(?is)url\\s*\\([^)]*\\)?", "none");
    }

    private static void clean(Element image, Map<String, byte[]> pictures) {
        String source = image.attr("src").strip();
        String id = source.toLowerCase(Locale.ROOT).startsWith("cid:") ? source.substring(4) : source;
        byte[] bytes = pictures.get(id);
        Optional<String> type = bytes == null ? Optional.empty() : type(bytes);
        if (bytes != null && type.isPresent()) {
            image.attr(
                    "src",
                    "data:" + type.get() + ";base64," + Base64.getEncoder().encodeToString(bytes));
        } else if (!source.startsWith("data:image/") || !decodable(source)) {
            image.after(new org.jsoup.nodes.TextNode(image.attr("alt")));
            image.remove();
        }
    }

    private static boolean decodable(String data) {
        int comma = data.indexOf(',');
        try {
            return comma > 0
                    && data.substring(0, comma).endsWith(";base64")
                    && type(Base64.getMimeDecoder().decode(data.substring(comma + 1)))
                            .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The media type of a picture that is safe to decode. */
    private static Optional<String> type(byte[] bytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            reader.setInput(in);
            boolean small = (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
            return small ? Optional.of(reader.getOriginatingProvider().getMIMETypes()[0]) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
