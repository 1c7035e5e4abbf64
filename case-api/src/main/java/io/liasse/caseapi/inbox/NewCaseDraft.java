package io.liasse.caseapi.inbox;

import io.liasse.caseapi.cases.OpenCaseForm;
import io.liasse.caseapi.cases.PartyChoice;
import io.liasse.caseapi.documents.FieldLine;
import io.liasse.store.document.Document;
import io.liasse.store.party.PartyKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a case for a document may begin with, taken from what was read of the document. */
final class NewCaseDraft {
    private static final int LONGEST = 200;
    private static final String USUAL_TYPE = "case-management";

    /** Fields whose value tells who somebody is, and the kind of identifier they are; the most telling first. */
    private static final Map<String, String> IDENTIFIERS = identifiers();

    private final Map<String, String> values;
    private final Document document;

    private NewCaseDraft(Document document, List<FieldLine> fields) {
        this.document = document;
        this.values = fields.stream()
                .filter(each -> !Boolean.FALSE.equals(each.valid()))
                .collect(Collectors.toMap(FieldLine::name, FieldLine::value, (first, later) -> first));
    }

    private static Map<String, String> identifiers() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("insured-number", "ahv");
        all.put("policy-number", "policy");
        all.put("customer-number", "customer");
        all.put("company-number", "uid");
        all.put("email", "email");
        all.put("phone", "phone");
        return all;
    }

    static OpenCaseForm of(Document document, List<FieldLine> fields) {
        return new NewCaseDraft(document, fields).form();
    }

    private OpenCaseForm form() {
        String name = name();
        String title = Optional.ofNullable(name).orElse(document.title());
        return new OpenCaseForm(USUAL_TYPE, shortened(title), party(name), null, null);
    }

    private PartyChoice party(@Nullable String name) {
        Optional<Map.Entry<String, String>> identifier = IDENTIFIERS.entrySet().stream()
                .filter(each -> values.containsKey(each.getKey()))
                .findFirst();
        boolean somebody = name != null || identifier.isPresent();
        return new PartyChoice(
                somebody ? PartyChoice.NEW : null,
                null,
                kind().name(),
                name,
                values.get("birth-date"),
                null,
                identifier.map(Map.Entry::getValue).orElse(null),
                identifier.map(each -> shortened(values.get(each.getKey()))).orElse(null));
    }

    private PartyKind kind() {
        boolean person = Stream.of("insured-number", "birth-date", "surname").anyMatch(values::containsKey);
        return !person && values.containsKey("company-number") ? PartyKind.ORGANISATION : PartyKind.PERSON;
    }

    private @Nullable String name() {
        String surname = values.get("surname");
        if (surname != null) {
            return shortened((surname + " " + values.getOrDefault("given-names", "")).strip());
        }
        return Stream.of("name", "sender")
                .map(values::get)
                .filter(each -> each != null && !each.isBlank() && !each.contains("@"))
                .findFirst()
                .map(NewCaseDraft::shortened)
                .orElse(null);
    }

    private static String shortened(@Nullable String text) {
        String whole = text == null ? "" : text.lines().findFirst().orElse("").strip();
        return whole.substring(0, Math.min(LONGEST, whole.length()));
    }
}
