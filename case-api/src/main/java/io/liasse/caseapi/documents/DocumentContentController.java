package io.liasse.caseapi.documents;

import io.liasse.caseapi.web.Content;
import io.liasse.caseapi.web.Content.Disposition;
import io.liasse.caseapi.web.ContentAnswer;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Corrections;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.Rendition;
import io.liasse.store.document.RenditionKind;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The bytes of a document: the original as it came, and what was derived from it, which is not there until the document
 * is read (404). Each look at them is noted in the journal; thumbnails, which lists show, are not.
 */
@RestController
@RequestMapping("/api/v1/documents/{id}")
final class DocumentContentController {
    private final Documents documents;
    private final Corrections corrections;
    private final AccessPolicy policy;
    private final ContentAnswer answer;

    DocumentContentController(Documents documents, Corrections corrections, AccessPolicy policy, ContentAnswer answer) {
        this.documents = documents;
        this.corrections = corrections;
        this.policy = policy;
        this.answer = answer;
    }

    @Operation(summary = "The file as it was received", description = "Always to be saved, never to be shown.")
    @GetMapping("/original")
    void original(@PathVariable DocumentId id, Viewer viewer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Document document = opened(id, viewer);
        Content content = new Content(
                document.sha256(), document.size(), document.name(), document.mediaType(), Disposition.ATTACHMENT);
        answer.write(content, request, response);
    }

    @Operation(summary = "The searchable PDF of the whole document")
    @GetMapping("/pdf")
    void pdf(@PathVariable DocumentId id, Viewer viewer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Document document = opened(id, viewer);
        write(rendition(id, RenditionKind.PDF, 0), named(document, ".pdf"), Disposition.INLINE, request, response);
    }

    /** Which text: what holds, or what was read. */
    enum TextAs {
        CORRECTED,
        READ
    }

    @Operation(
            summary = "The text, UTF-8, pages separated by form feed",
            description = "With the corrections that people made; as it was read when asked for with as=read.")
    @GetMapping("/text")
    void text(
            @PathVariable DocumentId id,
            @RequestParam(name = "as", defaultValue = "corrected") TextAs as,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Document document = opened(id, viewer);
        Rendition text = rendition(id, RenditionKind.TEXT, 0);
        List<String> corrected = as == TextAs.READ ? null : corrections.texts(id);
        if (corrected != null) {
            byte[] bytes = String.join("\f", corrected).getBytes(StandardCharsets.UTF_8);
            answer.write(bytes, named(document, ".txt"), "text/plain;charset=utf-8", request, response);
            return;
        }
        Content content = new Content(
                text.object().hash(),
                text.object().size(),
                named(document, ".txt"),
                "text/plain;charset=utf-8",
                Disposition.INLINE);
        answer.write(content, request, response);
    }

    @Operation(summary = "The words with their places, as ALTO 4")
    @GetMapping("/alto")
    void alto(@PathVariable DocumentId id, Viewer viewer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Document document = opened(id, viewer);
        write(
                rendition(id, RenditionKind.ALTO, 0),
                named(document, ".alto.xml"),
                Disposition.ATTACHMENT,
                request,
                response);
    }

    @Operation(
            summary = "The picture of one page, from 1",
            description = "PNG, or JPEG for photographs; the content type says which.")
    @GetMapping("/pages/{page}.png")
    void page(
            @PathVariable DocumentId id,
            @PathVariable int page,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Document document = opened(id, viewer);
        Rendition picture = rendition(id, RenditionKind.PAGE, page);
        write(picture, named(document, "-" + page + ending(picture)), Disposition.INLINE, request, response);
    }

    @Operation(summary = "A small picture of the first page")
    @GetMapping("/thumbnail")
    void thumbnail(@PathVariable DocumentId id, Viewer viewer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Document document = safe(documents.get(id, viewer), viewer);
        Rendition picture = rendition(id, RenditionKind.THUMBNAIL, 0);
        write(picture, named(document, "-small" + ending(picture)), Disposition.INLINE, request, response);
    }

    private Document opened(DocumentId id, Viewer viewer) {
        Document document = safe(documents.get(id, viewer), viewer);
        documents.opened(id, viewer);
        return document;
    }

    private Document safe(Document document, Viewer viewer) {
        if (!policy.mayOpen(viewer, document)) {
            throw new NotAllowed("open a document in quarantine");
        }
        return document;
    }

    private Rendition rendition(DocumentId id, RenditionKind kind, int page) {
        return documents.rendition(id, kind, page).orElseThrow(() -> new NotFound(kind + " of " + id));
    }

    private void write(
            Rendition rendition,
            String name,
            Disposition disposition,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Content content = new Content(
                rendition.object().hash(), rendition.object().size(), name, rendition.mediaType(), disposition);
        answer.write(content, request, response);
    }

    private static String ending(Rendition picture) {
        return picture.mediaType().equals("image/jpeg") ? ".jpg" : ".png";
    }

    /** The name without its ending, and another ending. */
    private static String named(Document document, String ending) {
        String name = document.name();
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + ending;
    }
}
