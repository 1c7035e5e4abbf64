package io.liasse.caseapi.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.yaml.snakeyaml.Yaml;

/** What the compose file sets is what the program knows, and what its services need of one another is there. */
class ComposeFileTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void startsTheProgramWithDatabaseObjectsAndMail() throws IOException {
        assertThat(services()).containsOnlyKeys("liasse", "postgres", "objects", "mail");
        assertThat(service("liasse")).containsEntry("build", ".");
        assertThat(ROOT.resolve("Dockerfile")).isRegularFile();
        assertThat(service("postgres").get("image").toString()).startsWith("postgres:");
    }

    @Test
    void setsOnlyWhatTheProgramKnows() throws IOException {
        Set<String> known = knownVariables();
        assertThat(environment("liasse").keySet())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(known).as(name).contains(withoutIndex(name)));
    }

    @Test
    void pointsAtTheServicesItStarts() throws IOException {
        Map<String, Object> environment = environment("liasse");
        assertThat(environment.get("SPRING_DATASOURCE_URL").toString()).contains("//postgres:");
        assertThat(environment.get("LIASSE_OBJECTS_S3_ENDPOINT").toString()).contains("//objects:");
        assertThat(environment).containsEntry("LIASSE_MAILBOXES_0_HOST", "mail");
        assertThat(environment.get("SPRING_DATASOURCE_PASSWORD"))
                .isEqualTo(environment("postgres").get("POSTGRES_PASSWORD"));
    }

    @Test
    void keepsEveryVolumeItUses() throws IOException {
        Set<String> declared = ((Map<?, ?>) compose().get("volumes"))
                .keySet().stream().map(Object::toString).collect(java.util.stream.Collectors.toSet());
        for (Object service : services().values()) {
            if (((Map<?, ?>) service).get("volumes") instanceof List<?> volumes) {
                assertThat(volumes)
                        .allSatisfy(volume ->
                                assertThat(declared).contains(volume.toString().split(":")[0]));
            }
        }
    }

    private static Set<String> knownVariables() throws IOException {
        Set<String> known = new HashSet<>(
                Set.of("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD"));
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        scan.findCandidateComponents("io.liasse").forEach(found -> {
            Class<?> type = load(found.getBeanClassName());
            addAll(type.getAnnotation(ConfigurationProperties.class).value(), type, known);
        });
        try (InputStream yaml = ComposeFileTest.class.getResourceAsStream("/application.yml")) {
            Pattern.compile("\\$\\{([A-Z_]+)[:}]")
                    .matcher(new String(yaml.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .results()
                    .forEach(each -> known.add(each.group(1)));
        }
        return known;
    }

    private static void addAll(String prefix, Class<?> type, Set<String> known) {
        for (RecordComponent part : type.getRecordComponents()) {
            String name = prefix + "." + part.getName();
            known.add(name.replace(".", "_").replace("-", "").toUpperCase(Locale.ROOT));
            Class<?> below = elementType(part);
            if (below.isRecord() && below.getName().startsWith("io.liasse")) {
                addAll(name, below, known);
            }
        }
    }

    private static Class<?> elementType(RecordComponent part) {
        return part.getGenericType() instanceof java.lang.reflect.ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : part.getType();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String withoutIndex(String name) {
        return name.replaceAll("_\\d+(?=_)", "");
    }

    private static Map<String, Object> environment(String service) throws IOException {
        return strings(service(service).get("environment"));
    }

    private static Map<String, Object> service(String name) throws IOException {
        return strings(services().get(name));
    }

    private static Map<String, Object> services() throws IOException {
        return strings(compose().get("services"));
    }

    private static Map<String, Object> compose() throws IOException {
        return new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> strings(Object map) {
        return (Map<String, Object>) map;
    }
}
