package io.liasse.caseapi.admin;

import io.liasse.caseapi.web.EntityTags;
import io.liasse.caseapi.web.Listing;
import io.liasse.store.NotAllowed;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.AddedType;
import io.liasse.store.document.AddedTypes;
import io.liasse.store.document.DocumentTypes;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/document-types}. */
@RestController
@RequestMapping("/api/v1/document-types")
final class TypeController {
    private final DocumentTypes types;
    private final AddedTypes added;
    private final AccessPolicy policy;

    TypeController(DocumentTypes types, AddedTypes added, AccessPolicy policy) {
        this.types = types;
        this.added = added;
        this.policy = policy;
    }

    /**
     * A type of documents.
     *
     * @param names by language; empty for the types of the program and of the configuration
     * @param changeable whether it was added by people
     */
    record TypeJson(String key, Map<String, String> names, boolean offered, boolean changeable) {
        static TypeJson of(AddedType type) {
            return new TypeJson(type.key(), type.names(), type.offered(), true);
        }

        static TypeJson fixed(String key) {
            return new TypeJson(key, Map.of(), true, false);
        }
    }

    /** Names by language ({@code fr}, {@code de}, {@code it}, {@code en}); what is null stays. */
    record Wanted(
            @Nullable Map<String, @Nullable String> names,
            @Nullable Boolean offered) {
        Map<String, String> given() {
            Map<String, String> given = new HashMap<>();
            if (names != null) {
                names.forEach((language, name) -> given.put(language, name == null ? "" : name));
            }
            return given;
        }
    }

    @Operation(summary = "The types of documents", description = "In the order in which they are offered.")
    @GetMapping
    Listing<TypeJson> list() {
        Map<String, AddedType> own =
                added.all().stream().collect(Collectors.toMap(AddedType::key, Function.identity()));
        List<TypeJson> all = Stream.concat(
                        types.all().stream()
                                .map(key -> own.containsKey(key) ? TypeJson.of(own.get(key)) : TypeJson.fixed(key)),
                        own.values().stream().filter(each -> !each.offered()).map(TypeJson::of))
                .toList();
        return Listing.whole(all, Function.identity());
    }

    @Operation(summary = "Adds a type of documents", description = "Its key is made of its English or first name.")
    @PostMapping
    ResponseEntity<TypeJson> add(@RequestBody Wanted wanted, Viewer viewer) {
        AddedType made = types.add(wanted.given(), viewer);
        return ResponseEntity.created(URI.create("/api/v1/document-types/" + made.key()))
                .eTag(EntityTags.of(made.version()))
                .body(TypeJson.of(made));
    }

    @Operation(summary = "One type that was added")
    @GetMapping("/{key}")
    ResponseEntity<TypeJson> get(@PathVariable String key) {
        return answer(added.get(key));
    }

    @Operation(
            summary = "Changes the names of a type, or whether it is offered",
            description = "One that is not offered stays on its documents.")
    @PatchMapping("/{key}")
    ResponseEntity<TypeJson> change(
            @PathVariable String key,
            @RequestBody Wanted wanted,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        if (!policy.mayManageTypes(viewer)) {
            throw new NotAllowed("manage types of documents");
        }
        AddedType before = added.get(key);
        Long version = EntityTags.optional(ifMatch, before.version());
        Map<String, String> names = new HashMap<>(before.names());
        names.putAll(wanted.given());
        return answer(added.change(
                new AddedType(
                        key,
                        names,
                        wanted.offered() == null ? before.offered() : wanted.offered(),
                        version == null ? before.version() : version),
                viewer));
    }

    private static ResponseEntity<TypeJson> answer(AddedType type) {
        return ResponseEntity.ok().eTag(EntityTags.of(type.version())).body(TypeJson.of(type));
    }
}
