package io.liasse.caseapi.documents;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liasse.caseapi.security.SignedIn;
import io.liasse.caseapi.web.EntityTags;
import io.liasse.caseapi.web.Listing;
import io.liasse.caseapi.web.Paging;
import io.liasse.routes.DocumentIntake;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentQuery;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.DocumentTypes;
import io.liasse.store.document.Documents;
import io.liasse.store.document.Field;
import io.liasse.store.document.FilingOrder;
import io.liasse.store.document.PageEdits;
import io.liasse.store.item.Items;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** {@code /api/v1/documents}: hand in, look at, file, read again. */
@RestController
@RequestMapping("/api/v1/documents")
final class DocumentController {
    private final Documents documents;
    private final DocumentIntake intake;
    private final DocumentTypes types;
    private final CaseFiles cases;
    private final AccessPolicy policy;
    private final Origins origins;
    private final PageEdits edits;
    private final FieldTexts fieldTexts;

    DocumentController(
            Documents documents,
            DocumentIntake intake,
            DocumentTypes types,
            CaseFiles cases,
            AccessPolicy policy,
            Origins origins,
            PageEdits edits,
            FieldTexts fieldTexts) {
        this.documents = documents;
        this.intake = intake;
        this.types = types;
        this.cases = cases;
        this.policy = policy;
        this.origins = origins;
        this.edits = edits;
        this.fieldTexts = fieldTexts;
    }

    /** The receipt of a posted document; sent only when its bytes are stored and its row is committed. */
    record Receipt(UUID id, UUID item, DocumentState state) {}

    /** What to file where; null leaves as is. {@code fields} are corrected values by name. */
    record Filing(
            @JsonProperty("case") @Nullable String caseReference,
            @Nullable String type,
            @Nullable String title,
            @Nullable LocalDate date,
            @Nullable Map<String, String> fields) {}

    /** How to read it again: the password of an encrypted file, kept only until it is read. */
    record Retry(@Nullable String password) {
        @Override
        public String toString() {
            return "Retry";
        }
    }

    /** The form of a posted document, for the description of this interface only. */
    record PostedForm(
            @Schema(type = "string", format = "binary", requiredMode = Schema.RequiredMode.REQUIRED)
            String file,

            @JsonProperty("case") @Nullable String caseReference,
            @Nullable String type,
            @Nullable String title,
            @Nullable LocalDate date,
            @Nullable String language,
            @Nullable String source) {}

    @Operation(summary = "Hands a document in", description = "Answered when it is durable; reading follows.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(implementation = PostedForm.class)))
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Receipt> receive(
            @Parameter(hidden = true) MultipartHttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            SignedIn by)
            throws IOException {
        Posted posted = Posted.of(request, types);
        try (InputStream bytes = posted.file().getInputStream()) {
            return receipt(intake.receive(posted.incoming(key, by), bytes));
        }
    }

    private ResponseEntity<Receipt> receipt(Items.Receipt receipt) {
        UUID id = receipt.document().value();
        DocumentState state = receipt.repeated() ? stateOf(receipt.document()) : DocumentState.RECEIVED;
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/documents/" + id))
                .body(new Receipt(id, receipt.item().value(), state));
    }

    private DocumentState stateOf(DocumentId id) {
        return documents.find(id).map(Document::state).orElse(DocumentState.RECEIVED);
    }

    @Operation(summary = "Lists documents", description = "Newest first; only those the caller may see.")
    @GetMapping
    Listing<DocumentLine> list(
            @RequestParam(required = false) @Nullable Set<DocumentState> state,
            @RequestParam(name = "case", required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable String type,
            Paging paging,
            Viewer viewer) {
        CaseId caseId = reference == null ? null : caseNamed(reference, viewer);
        Set<DocumentState> states = state == null ? Set.of() : state;
        DocumentQuery query = new DocumentQuery(states, caseId, type, DocumentQuery.Order.NEWEST_FIRST);
        return Listing.of(documents.page(query, viewer, paging.request()), DocumentLine::of);
    }

    @Operation(
            summary = "Everything known about a document",
            description = "Who posted it but may not see the case it was filed in is told only how far it has come.")
    @GetMapping("/{id}")
    ResponseEntity<?> get(@PathVariable DocumentId id, Viewer viewer) {
        StandingJson standing = StandingJson.of(documents.standing(id, viewer), documents.hints(id));
        return policy.maySee(viewer, id) ? answer(documents.get(id, viewer), viewer) : ResponseEntity.ok(standing);
    }

    @Operation(summary = "Files or re-files a document", description = "Later proposals learn from it.")
    @PostMapping("/{id}/file")
    ResponseEntity<DocumentJson> file(
            @PathVariable DocumentId id,
            @RequestBody Filing filing,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Document known = documents.get(id, viewer);
        Long version = EntityTags.optional(ifMatch, known.version());
        return answer(documents.file(id, order(known, filing, viewer), version, viewer), viewer);
    }

    private FilingOrder order(Document known, Filing filing, Viewer viewer) {
        String type = filing.type() == null ? null : Posted.knownType(filing.type(), types);
        Map<String, String> fields = filing.fields() == null ? Map.of() : filing.fields();
        return new FilingOrder(target(known, filing, viewer), type, filing.title(), filing.date(), fields);
    }

    private CaseId target(Document known, Filing filing, Viewer viewer) {
        String named = filing.caseReference();
        if (named != null) {
            return CaseReference.parse(named)
                    .flatMap(reference -> cases.fileable(reference, viewer))
                    .map(CaseFile::id)
                    .orElseGet(() -> caseNamed(named, viewer));
        }
        if (known.caseId() == null) {
            throw new InvalidInput("case", "is missing");
        }
        return known.caseId();
    }

    /** A case the caller may not see is as unknown as one that does not exist. */
    private CaseId caseNamed(String reference, Viewer viewer) {
        CaseReference parsed = CaseReference.parse(reference)
                .orElseThrow(() -> new InvalidInput("case", "is not a case reference with a right check digit"));
        try {
            return cases.get(parsed, viewer).id();
        } catch (NotFound absent) {
            throw new InvalidInput("case", "is not known");
        }
    }

    @Operation(summary = "Reads a document again", description = "With a password where it needs one.")
    @PostMapping("/{id}/retry")
    ResponseEntity<DocumentJson> retry(
            @PathVariable DocumentId id, @RequestBody(required = false) @Nullable Retry retry, Viewer viewer) {
        documents.get(id, viewer);
        String password = retry == null ? null : retry.password();
        return answer(intake.retry(id, password, viewer), viewer, HttpStatus.ACCEPTED);
    }

    private List<DocumentJson.FieldJson> fieldsOf(DocumentId id) {
        Function<Field, String> title = fieldTexts.titled();
        return documents.fields(id).stream()
                .map(field -> DocumentJson.FieldJson.of(field, title.apply(field)))
                .toList();
    }

    private ResponseEntity<DocumentJson> answer(Document document, Viewer viewer) {
        return answer(document, viewer, HttpStatus.OK);
    }

    private ResponseEntity<DocumentJson> answer(Document document, Viewer viewer, HttpStatus status) {
        DocumentId id = document.id();
        DocumentJson body = DocumentJson.of(
                document,
                fieldsOf(id),
                documents.candidates(id, viewer),
                documents.parts(id, viewer),
                origins.of(id, viewer),
                edits.madeOf(id, viewer),
                documents.boundaries(id),
                documents.signatures(id),
                documents.hints(id),
                documents.proposedType(document),
                documents.duplicates(document, viewer));
        return ResponseEntity.status(status)
                .eTag(EntityTags.of(document.version()))
                .body(body);
    }
}
