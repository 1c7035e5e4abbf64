package io.liasse.caseapi.cases;

import io.liasse.capture.PrintedSheet;
import io.liasse.routes.batch.CoverCode;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.document.DocumentTypes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/v1/cases/{reference}/cover-sheet} and {@code /api/v1/separator-sheet}: sheets to print and to lay in a stack
 * of papers before it is scanned.
 */
@RestController
@RequestMapping("/api/v1")
final class SheetController {
    private static final String SEPARATOR = "PATCHT";

    private final CaseNaming naming;
    private final DocumentTypes types;
    private final MessageSource texts;

    SheetController(CaseNaming naming, DocumentTypes types, MessageSource texts) {
        this.naming = naming;
        this.types = types;
        this.texts = texts;
    }

    @Operation(
            summary = "The cover sheet of a case, as PDF",
            description =
                    "What lies under it in a stack is filed into the case, with the type if one is given. The title of"
                            + " the case is printed only when asked for, since sheets lie about.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    @GetMapping(path = "/cases/{reference}/cover-sheet", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> coverSheet(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(defaultValue = "false") boolean title,
            Viewer viewer,
            Locale locale)
            throws IOException {
        CaseFile file = naming.caseNamed(reference, viewer);
        if (type != null && !types.all().contains(type)) {
            throw new InvalidInput("type", "is not a document type");
        }
        List<String> lines = new ArrayList<>();
        if (title) {
            lines.add(file.title());
        }
        if (type != null) {
            lines.add(text("type.document." + type, locale));
        }
        lines.add(text("sheet.cover.how", locale));
        lines.add(text("sheet.cover.reuse", locale));
        PrintedSheet sheet = new PrintedSheet(
                text("sheet.cover", locale),
                file.reference().toString(),
                lines,
                new CoverCode(file.reference(), type).value(),
                false);
        return pdf(sheet, file.reference() + ".pdf");
    }

    @Operation(
            summary = "A separator sheet, as PDF",
            description = "Between two documents of a stack; it does not become part of either.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    @GetMapping(path = "/separator-sheet", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> separatorSheet(Locale locale) throws IOException {
        return pdf(
                new PrintedSheet(
                        text("sheet.separator", locale),
                        "· · ·",
                        List.of(text("sheet.separator.how", locale), text("sheet.separator.reuse", locale)),
                        SEPARATOR,
                        true),
                "separator.pdf");
    }

    private String text(String key, Locale locale) {
        return texts.getMessage(key, null, locale);
    }

    private static ResponseEntity<byte[]> pdf(PrintedSheet sheet, String name) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        sheet.write(pdf);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf.toByteArray());
    }
}
