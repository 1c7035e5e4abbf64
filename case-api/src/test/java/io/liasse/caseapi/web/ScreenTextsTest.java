package io.liasse.caseapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.routes.Channels;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Role;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.casefile.CaseTypes;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.DocumentTypes;
import io.liasse.store.item.Channel;
import io.liasse.store.journal.Action;
import io.liasse.store.party.PartyKind;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All that people read stands in the message files, in four languages. */
class ScreenTextsTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final String[] BUNDLES = LayoutMessages.BUNDLES;
    private static final List<String> LANGUAGES = List.of("", "_fr", "_de", "_it");
    private static final Pattern KEY = Pattern.compile("#\\{([\\w.-]+)[}(]");
    private static final Pattern BEGINNING = Pattern.compile("#\\{\\|([\\w.-]+)\\$\\{");
    private static final Pattern KEY_IN_JAVA = Pattern.compile(
            "(?:Flash\\s*\\.\\s*\\w+|reject)\\(\\s*\"([\\w-]+\\.[\\w.-]+)\"\\s*[,)]|rejectValue\\(\\s*\"[\\w.]+\",\\s*\"([\\w.-]+)\"\\s*[,)]");

    private static final Pattern TAG = Pattern.compile("<\\w[^<>\"]*+(?:\"[^\"]*+\"[^<>\"]*+)*+>");
    private static final Pattern INCLUSION = Pattern.compile("\\sth:(?:replace|insert)=");
    private static final Pattern CONDITION = Pattern.compile("\\sth:(?:if|unless|each)=");

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).toList().stream();
        }
    }

    @ParameterizedTest
    @FieldSource("BUNDLES")
    void everyLanguageHasTheSameKeys(String bundle) throws IOException {
        Set<Object> english = texts(bundle, "").keySet();

        for (String language : LANGUAGES) {
            assertThat(texts(bundle, language).keySet()).as(bundle + language).isEqualTo(english);
        }
    }

    @ParameterizedTest
    @FieldSource("BUNDLES")
    void everyTextIsFilledWellFormedAndInSwissUsage(String bundle) throws IOException {
        for (String language : LANGUAGES) {
            texts(bundle, language).forEach((key, text) -> {
                assertThat(text.toString())
                        .as(bundle + language + " " + key)
                        .isNotBlank()
                        .doesNotContain("'", "ß");
                new MessageFormat(text.toString());
            });
        }
    }

    @ParameterizedTest
    @FieldSource("BUNDLES")
    void everyLanguageTakesTheSameArguments(String bundle) throws IOException {
        Properties english = texts(bundle, "");
        for (String language : LANGUAGES) {
            texts(bundle, language)
                    .forEach((key, text) -> assertThat(arguments(text))
                            .as(bundle + language + " " + key)
                            .isEqualTo(arguments(english.get(key))));
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateHasNoTextOfItsOwn(Path template) throws IOException {
        assertThat(HardCodedText.in(Files.readString(template)))
                .as(template.toString())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateHasNothingThePolicyOfContentForbids(Path template) throws IOException {
        assertThat(Files.readString(template))
                .as(template.toString())
                .doesNotContainPattern("\\sstyle=|<style|\\son[a-z]+=|javascript:|th:utext=\"\\$\\{(?!hit)")
                .doesNotContainPattern("<script(?![^>]*\\ssrc=|[^>]*th:src=)[^>]*>");
    }

    /** Thymeleaf puts in the fragment before it looks at a condition or a loop on the same element. */
    @ParameterizedTest
    @MethodSource("templates")
    void noConditionStandsWhereItIsPassedOver(Path template) throws IOException {
        List<String> both = TAG.matcher(Files.readString(template))
                .results()
                .map(MatchResult::group)
                .filter(INCLUSION.asPredicate().and(CONDITION.asPredicate()))
                .toList();
        assertThat(both).as(template.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyKeyOfATemplateHasAText(Path template) throws IOException {
        String html = Files.readString(template);
        Set<String> known = all();

        assertThat(found(KEY, html)).as(template.toString()).isSubsetOf(known);
        assertThat(found(BEGINNING, html))
                .as(template.toString())
                .allSatisfy(beginning -> assertThat(known).anyMatch(key -> key.startsWith(beginning)));
    }

    @Test
    void everyKeyOfThePagesHasAText() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                used.addAll(found(KEY_IN_JAVA, Files.readString(file)));
            }
        }

        assertThat(used).isNotEmpty().isSubsetOf(all());
    }

    @Test
    void noKeyStandsInTwoBundles() throws IOException {
        Map<Object, String> owners = new HashMap<>();
        for (String bundle : BUNDLES) {
            texts(bundle, "")
                    .keySet()
                    .forEach(key -> assertThat(owners.put(key, bundle))
                            .as(key.toString())
                            .isNull());
        }
    }

    @Test
    void everyTermOfTheDomainHasAText() throws IOException {
        assertThat(all()).containsAll(terms());
    }

    private static List<String> terms() {
        List<String> terms = new ArrayList<>();
        new CaseTypes().all().forEach(type -> {
            terms.add("type.case." + type.key());
            type.phases().forEach(phase -> terms.add("phase." + phase));
        });
        DocumentTypes.OF_THE_PROGRAM.forEach(type -> terms.add("type.document." + type));
        add("state.case.", CaseState.values(), terms);
        add("state.document.", DocumentState.values(), terms);
        add("role.user.", Role.values(), terms);
        add("right.", CaseRight.values(), terms);
        add("channel.", Channel.values(), terms);
        add("action.", Action.values(), terms);
        add("kind.", PartyKind.values(), terms);
        add("health.", Channels.Health.values(), terms);
        LayoutLanguage.LANGUAGES.forEach(language -> terms.add("language." + language));
        return terms;
    }

    private static void add(String beginning, Enum<?>[] values, List<String> terms) {
        for (Enum<?> value : values) {
            terms.add(beginning + value.name());
        }
    }

    private static Set<String> all() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String bundle : BUNDLES) {
            keys.addAll(texts(bundle, "").stringPropertyNames());
        }
        return keys;
    }

    private static Set<String> arguments(Object text) {
        return found(Pattern.compile("\\{(\\d+)[,}]"), text.toString());
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(ScreenTextsTest::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String group(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    private static Properties texts(String bundle, String language) throws IOException {
        Properties texts = new Properties();
        Path file = RESOURCES.resolve("messages").resolve(bundle + language + ".properties");
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
