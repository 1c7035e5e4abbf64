package io.liasse.caseapi.documents;

import io.liasse.routes.DocumentIntake;
import io.liasse.routes.Incoming;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.DocumentTypes;
import io.liasse.store.document.Documents;
import io.liasse.store.document.PageHint;
import io.liasse.store.document.Wishes;
import io.liasse.store.item.Channel;
import io.liasse.store.item.Items;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which people hand documents in: by picker, drop or camera, one request per file, or a plain form. */
@Controller
final class UploadPages {
    private static final int MOST_SHOWN = 50;

    private final DocumentIntake intake;
    private final Documents documents;
    private final AccessPolicy policy;
    private final DocumentTypes types;
    private final CaseChoices choices;

    UploadPages(
            DocumentIntake intake, Documents documents, AccessPolicy policy, DocumentTypes types, CaseChoices choices) {
        this.intake = intake;
        this.documents = documents;
        this.policy = policy;
        this.types = types;
        this.choices = choices;
    }

    @InitBinder
    void emptyMeansNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    /** {@code received} are documents just handed in by the plain form; {@code case} is one to hand in for. */
    @GetMapping("/upload")
    String show(
            @RequestParam(defaultValue = "") List<DocumentId> received,
            @RequestParam(name = "case", required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable String looked,
            Viewer viewer,
            Model model) {
        String wanted = looked == null ? reference : looked;
        model.addAttribute("received", visible(received, viewer));
        model.addAttribute("states", DocumentState.values());
        model.addAttribute("hintKinds", PageHint.Kind.values());
        model.addAttribute("types", types.all());
        model.addAttribute("looked", wanted);
        model.addAttribute("options", choices.matching(wanted, viewer));
        return "upload/upload";
    }

    private List<Document> visible(List<DocumentId> ids, Viewer viewer) {
        return ids.stream()
                .limit(MOST_SHOWN)
                .filter(each -> policy.maySee(viewer, each))
                .map(each -> documents.get(each, viewer))
                .toList();
    }

    /** One file from the script; the same key again gives the same document. */
    @PostMapping(path = "/upload", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Upload> receive(
            @RequestParam MultipartFile file,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable String type,
            Viewer viewer)
            throws IOException {
        Items.Receipt receipt = take(file, key, wishes(reference, type), viewer);
        return ResponseEntity.accepted().body(Upload.of(receipt, nameOf(file)));
    }

    /** Files from the plain form, without scripts. */
    @PostMapping(path = "/upload", produces = MediaType.TEXT_HTML_VALUE)
    String receiveAll(
            @RequestParam(name = "file") List<MultipartFile> files,
            @RequestParam(required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable String type,
            Viewer viewer,
            RedirectAttributes after)
            throws IOException {
        List<String> received = new ArrayList<>();
        for (MultipartFile file : files) {
            if (!file.isEmpty() || hasName(file)) {
                received.add(take(file, null, wishes(reference, type), viewer)
                        .document()
                        .toString());
            }
        }
        after.addAttribute("received", String.join(",", received));
        return "redirect:/upload";
    }

    private Items.Receipt take(MultipartFile file, @Nullable String key, Wishes wishes, Viewer viewer)
            throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            return intake.receive(incoming(file, key, wishes, viewer), bytes);
        }
    }

    private static Incoming incoming(MultipartFile file, @Nullable String key, Wishes wishes, Viewer viewer) {
        if (key != null && key.length() > 200) {
            throw new InvalidInput("Idempotency-Key", "must have at most 200 characters");
        }
        return new Incoming(
                Channel.UPLOAD,
                key == null ? null : viewer.user() + "/" + key,
                nameOf(file),
                viewer.name(),
                file.getContentType(),
                null,
                List.of(),
                List.of(),
                viewer.user(),
                wishes,
                Incoming.Urgency.PERSON_WAITS);
    }

    private static Wishes wishes(@Nullable String reference, @Nullable String type) {
        return new Wishes(reference, type, null, null, null);
    }

    private static boolean hasName(MultipartFile file) {
        return !Objects.requireNonNullElse(file.getOriginalFilename(), "").isBlank();
    }

    /** The last step of whatever path the browser sent. */
    private static String nameOf(MultipartFile file) {
        String path = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .strip();
        return name.isEmpty() ? "upload" : name;
    }
}
