package io.liasse.capture.field;

import io.liasse.capture.field.Label.Kind;
import io.liasse.capture.field.Label.Where;
import io.liasse.capture.field.PaperForm.Anchor;
import io.liasse.capture.field.PaperForm.Zone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One file of definitions, as {@code docs/fields.md} describes it.
 *
 * @param type of documents it is for; empty: any
 * @param titles what people call its fields, zones and forms: by name, then by language; as defined, else the first label
 * @param problems what is wrong, each with its place; then nothing of the file counts
 */
record DefinitionFile(
        String name,
        String type,
        List<Label> labels,
        List<PaperForm> forms,
        Map<String, Map<String, String>> titles,
        List<String> problems) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Set<String> LANGUAGES = Set.of("fr", "de", "it", "en");
    private static final int LONGEST = 1 << 20;
    private static final int LONGEST_TITLE = 80;

    static DefinitionFile unreadable(String name, String why) {
        return new DefinitionFile(name, "", List.of(), List.of(), Map.of(), List.of(why));
    }

    static DefinitionFile parse(String name, byte[] json) {
        if (json.length > LONGEST) {
            return unreadable(name, "larger than 1 MiB");
        }
        try {
            return new Parse(name).file(JSON.readTree(json));
        } catch (JacksonException e) {
            return unreadable(name, "no JSON: line " + e.getLocation().getLineNr() + ", " + e.getOriginalMessage());
        }
    }

    /** The work on one file. */
    private static final class Parse {
        private final String name;
        private final List<String> problems = new ArrayList<>();
        private final Map<String, Map<String, String>> titles = new LinkedHashMap<>();

        Parse(String name) {
            this.name = name;
        }

        DefinitionFile file(JsonNode root) {
            known(root, "", Set.of("type", "fields", "forms"));
            String type = root.path("type").asString("");
            List<Label> labels = new ArrayList<>();
            int at = 0;
            for (JsonNode field : array(root, "fields", "fields")) {
                label(field, "fields[" + at++ + "]").ifPresent(labels::add);
            }
            List<PaperForm> forms = new ArrayList<>();
            at = 0;
            for (JsonNode form : array(root, "forms", "forms")) {
                forms.add(form(form, "forms[" + at++ + "]"));
            }
            return problems.isEmpty()
                    ? new DefinitionFile(name, type, labels, forms, titles, List.of())
                    : new DefinitionFile(name, type, List.of(), List.of(), Map.of(), problems);
        }

        private Optional<Label> label(JsonNode field, String at) {
            known(field, at, Set.of("name", "title", "kind", "labels", "where", "pattern", "check", "rank", "region"));
            String key = key(field, at);
            title(key, field, at);
            Kind kind = one(Kind.class, field, "kind", at, Kind.CODE);
            Check check = one(Check.class, field, "check", at, kind == Kind.IBAN ? Check.IBAN : Check.NONE);
            Set<Where> where = EnumSet.noneOf(Where.class);
            for (JsonNode each : array(field, "where", at + ".where")) {
                where.add(one(Where.class, each, at + ".where", Where.RIGHT));
            }
            return Optional.of(new Label(
                    key,
                    kind,
                    labels(field, at),
                    where.isEmpty() ? EnumSet.allOf(Where.class) : where,
                    pattern(field, at),
                    check,
                    field.path("rank").asInt(0),
                    field.has("region") ? region(field.path("region"), at + ".region") : null));
        }

        private void title(String key, JsonNode node, String at) {
            Map<String, String> titles = this.titles.computeIfAbsent(key, none -> new LinkedHashMap<>());
            for (Map.Entry<String, JsonNode> each : node.path("title").properties()) {
                String title = each.getValue().asString("").strip();
                String here = at + ".title." + each.getKey();
                if (!LANGUAGES.contains(each.getKey())) {
                    problems.add(here + ": not one of fr, de, it, en");
                }
                if (title.isEmpty() || title.length() > LONGEST_TITLE) {
                    problems.add(here + ": 1 to " + LONGEST_TITLE + " letters");
                }
                titles.put(each.getKey(), title);
            }
            if (node.has("title") && !node.path("title").isObject()) {
                problems.add(at + ".title: titles by language");
            }
            if (titles.isEmpty()) {
                node.path("labels")
                        .properties()
                        .forEach(each -> each.getValue().values().stream()
                                .findFirst()
                                .ifPresent(label -> titles.put(
                                        each.getKey(), label.asString("").strip())));
            }
        }

        private List<String> labels(JsonNode field, String at) {
            List<String> labels = new ArrayList<>();
            JsonNode byLanguage = field.path("labels");
            for (Map.Entry<String, JsonNode> each : byLanguage.properties()) {
                if (!LANGUAGES.contains(each.getKey())) {
                    problems.add(at + ".labels." + each.getKey() + ": not one of fr, de, it, en");
                }
                each.getValue().forEach(label -> labels.add(label.asString("").strip()));
            }
            if (labels.isEmpty()) {
                problems.add(at + ".labels: none");
            }
            if (labels.stream().anyMatch(label -> label.isEmpty() || !Character.isLetter(label.charAt(0)))) {
                problems.add(at + ".labels: each begins with a letter");
            }
            return labels;
        }

        private @Nullable Pattern pattern(JsonNode field, String at) {
            String written = field.path("pattern").asString("");
            if (written.isEmpty()) {
                return null;
            }
            try {
                return Pattern.compile(written);
            } catch (PatternSyntaxException e) {
                problems.add(at + ".pattern: " + e.getDescription());
                return null;
            }
        }

        private PaperForm form(JsonNode form, String at) {
            known(form, at, Set.of("name", "title", "anchors", "zones"));
            String key = key(form, at);
            title(key, form, at);
            List<Anchor> anchors = new ArrayList<>();
            for (JsonNode each : array(form, "anchors", at + ".anchors")) {
                String here = at + ".anchors[" + anchors.size() + "]";
                known(each, here, Set.of("text", "x", "y"));
                if (each.path("text").asString("").isBlank()) {
                    problems.add(here + ".text: empty");
                }
                anchors.add(new Anchor(
                        each.path("text").asString(""), fraction(each, "x", here), fraction(each, "y", here)));
            }
            if (anchors.size() < 2) {
                problems.add(at + ".anchors: two at least");
            }
            return new PaperForm(key, anchors, zones(form, at));
        }

        private List<Zone> zones(JsonNode form, String at) {
            List<Zone> zones = new ArrayList<>();
            for (JsonNode each : array(form, "zones", at + ".zones")) {
                String here = at + ".zones[" + zones.size() + "]";
                known(each, here, Set.of("name", "title", "kind", "box"));
                String key = key(each, here);
                title(key, each, here);
                Label.Region box = region(each.path("box"), here + ".box");
                PaperForm.Kind kind = one(PaperForm.Kind.class, each, "kind", here, PaperForm.Kind.TEXT);
                zones.add(new Zone(key, kind, box.x(), box.y(), box.width(), box.height()));
            }
            return zones;
        }

        private Label.Region region(JsonNode box, String at) {
            if (box.size() != 4) {
                problems.add(at + ": four fractions of the page: left, top, width, height");
                return new Label.Region(0, 0, 1, 1);
            }
            for (JsonNode each : box) {
                if (!each.isNumber() || each.asDouble() < 0 || each.asDouble() > 1) {
                    problems.add(at + ": " + each + " is no fraction of the page");
                }
            }
            return new Label.Region(
                    box.get(0).asDouble(0),
                    box.get(1).asDouble(0),
                    box.get(2).asDouble(0),
                    box.get(3).asDouble(0));
        }

        private double fraction(JsonNode node, String member, String at) {
            double value = node.path(member).asDouble(-1);
            if (value < 0 || value > 1) {
                problems.add(at + "." + member + ": no fraction of the page");
            }
            return value;
        }

        private String key(JsonNode node, String at) {
            String key = node.path("name").asString("");
            if (!NAME.matcher(key).matches()) {
                problems.add(at + ".name: small letters, digits and hyphens, at most 60");
            }
            return key;
        }

        private <E extends Enum<E>> E one(Class<E> type, JsonNode node, String member, String at, E usual) {
            return node.has(member) ? one(type, node.path(member), at + "." + member, usual) : usual;
        }

        private <E extends Enum<E>> E one(Class<E> type, JsonNode node, String at, E usual) {
            String wanted = node.asString("").toUpperCase(Locale.ROOT);
            for (E each : type.getEnumConstants()) {
                if (each.name().equals(wanted)) {
                    return each;
                }
            }
            problems.add(
                    at + ": one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT));
            return usual;
        }

        private List<JsonNode> array(JsonNode node, String member, String at) {
            JsonNode array = node.path(member);
            if (!array.isMissingNode() && !array.isArray()) {
                problems.add(at + ": no list");
            }
            return array.isArray() ? List.copyOf(array.values()) : List.of();
        }

        private void known(JsonNode node, String at, Set<String> members) {
            if (!node.isObject()) {
                problems.add((at.isEmpty() ? "the file" : at) + ": no object");
                return;
            }
            node.propertyNames().stream()
                    .filter(each -> !members.contains(each))
                    .forEach(each -> problems.add((at.isEmpty() ? "" : at + ".") + each + ": not known"));
        }
    }
}
