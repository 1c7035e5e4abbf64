package io.liasse.capture.detect;

import io.liasse.capture.unpack.Parts;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.EmbeddedContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Tells the text of a mail from its attachments. Tika hands over both alike; the text has no name and is plain or HTML.
 * Of alternatives Tika hands over the best only.
 */
record MailBody(Parser parser, Parts parts) implements EmbeddedDocumentExtractor {
    private static final Set<String> TEXTS = Set.of("text/plain", "text/html", "text/enriched", "text/richtext");

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        return parts.shouldParseEmbedded(metadata);
    }

    @Override
    public void parseEmbedded(InputStream in, ContentHandler handler, Metadata metadata, boolean html)
            throws SAXException, IOException {
        if (!isText(metadata)) {
            parts.parseEmbedded(in, handler, metadata, html);
            return;
        }
        if (isEmpty(in)) {
            return;
        }
        try {
            parser.parse(in, new EmbeddedContentHandler(new BodyContentHandler(handler)), metadata, new ParseContext());
        } catch (TikaException e) {
            throw new SAXException(e);
        }
    }

    private static boolean isEmpty(InputStream in) throws IOException {
        in.mark(1);
        boolean empty = in.read() < 0;
        in.reset();
        return empty;
    }

    private static boolean isText(Metadata metadata) {
        String type = String.valueOf(metadata.get(Metadata.CONTENT_TYPE));
        String disposition = String.valueOf(metadata.get(Metadata.CONTENT_DISPOSITION));
        return metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY) == null
                && !disposition.startsWith("attachment")
                && TEXTS.contains(type.replaceFirst("\\s*;.*", ""));
    }
}
