package io.liasse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** The house as {@code ARCHITECTURE.md} describes it. */
@AnalyzeClasses(packages = "io.liasse", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Pattern EMPTY_WORDS =
            Pattern.compile(".*[.$]\\w+(Service|Impl|Util|Utils|Manager|Helper|Processor|Dto|DTO|Info)");

    @ArchTest
    static final ArchRule DEPENDENCIES_POINT_DOWN = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("case-api")
            .definedBy("io.liasse", "io.liasse.caseapi..")
            .layer("routes")
            .definedBy("io.liasse.routes..")
            .layer("search")
            .definedBy("io.liasse.search..")
            .layer("capture")
            .definedBy("io.liasse.capture..")
            .layer("store")
            .definedBy("io.liasse.store..")
            .whereLayer("case-api")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("routes")
            .mayOnlyBeAccessedByLayers("case-api")
            .whereLayer("search")
            .mayOnlyBeAccessedByLayers("case-api", "routes")
            .whereLayer("capture")
            .mayOnlyBeAccessedByLayers("case-api", "routes")
            .whereLayer("capture")
            .mayNotAccessAnyLayer()
            .whereLayer("store")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule CAMEL_STAYS_IN_ROUTES = noClasses()
            .that()
            .resideOutsideOfPackage("io.liasse.routes..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule LUCENE_STAYS_IN_SEARCH = noClasses()
            .that()
            .resideOutsideOfPackage("io.liasse.search..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule PARSERS_STAY_IN_CAPTURE = noClasses()
            .that()
            .resideOutsideOfPackage("io.liasse.capture..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.tika..", "org.apache.pdfbox..", "net.sourceforge.tess4j..");

    @ArchTest
    static final ArchRule THE_OBJECT_SERVER_IS_KNOWN_TO_ITS_ADAPTER_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("io.liasse.store.object..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.minio..");

    @ArchTest
    static final ArchRule CONTROLLERS_STAND_IN_CASE_API = noClasses()
            .that()
            .resideOutsideOfPackage("io.liasse.caseapi..")
            .should()
            .beMetaAnnotatedWith(Controller.class);

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_SEEN_BY_NOBODY =
            classes().that().areMetaAnnotatedWith(Controller.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule JSON_CONTROLLERS_ARE_CALLED_SO =
            classes().that().areAnnotatedWith(RestController.class).should().haveSimpleNameEndingWith("Controller");

    /** The scan for components leaves nested classes out; one that is a component would never be found. */
    @ArchTest
    static final ArchRule NESTED_CLASSES_ARE_NO_COMPONENTS = noClasses()
            .that()
            .haveNameMatching(".*\\$.*")
            .should()
            .beMetaAnnotatedWith(Component.class)
            .orShould()
            .beAnnotatedWith(Component.class);

    @ArchTest
    static final ArchRule TIME_IS_NOT_OF_THE_OLD_KIND = noFields()
            .should()
            .haveRawType("java.util.Date")
            .orShould()
            .haveRawType("java.util.Calendar")
            .orShould()
            .haveRawType("java.text.SimpleDateFormat")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
            noFields().should().beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("io.liasse.caseapi.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PACKAGES_OF_ROUTES_HAVE_NO_CYCLES =
            slices().matching("io.liasse.routes.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING = noClasses().should().haveNameMatching(EMPTY_WORDS.pattern());

    @ArchTest
    static final ArchRule THE_ROOT_HOLDS_THE_MAIN_CLASS_ONLY = classes()
            .that()
            .resideInAPackage("io.liasse")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .haveSimpleName("LiasseApplication");

    @ArchTest
    static void everyPackageSaysWhatItIsForAndWhereNullMayBe(JavaClasses all) {
        List<String> silent = all.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(each -> !each.getClasses().isEmpty())
                .filter(each -> each.tryGetAnnotationOfType(NullMarked.class).isEmpty())
                .map(JavaPackage::getName)
                .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void modulesUseOnlyWhatOthersOffer() {
        ApplicationModules.of("io.liasse", isTest()).verify();
    }

    private static DescribedPredicate<JavaClass> isTest() {
        return DescribedPredicate.describe(
                "tests",
                each -> each.getSource()
                        .map(source -> source.getUri().toString().contains("test-classes"))
                        .orElse(false));
    }
}
