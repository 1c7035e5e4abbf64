package io.liasse.caseapi.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.RunningLiasse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Walks every address of the program with every role and with nobody, and compares with {@code access-table.txt}. */
class AccessTableTest extends RunningLiasse {
    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    private AccessWorld world;

    @Test
    void knowsEveryAddressThereIs() {
        List<String> known = AccessTable.rows().stream().map(AccessRow::address).toList();
        assertThat(new TreeSet<>(known)).containsExactlyElementsOf(addresses());
    }

    private TreeSet<String> addresses() {
        TreeSet<String> all = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods().keySet().forEach(info -> all.addAll(addresses(info)));
        }
        return all;
    }

    private static List<String> addresses(RequestMappingInfo info) {
        List<String> methods =
                info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
        List<String> found = new ArrayList<>();
        for (String path : info.getPatternValues()) {
            String plain = path.replaceAll("\\{(\\w+):[^/]*}(?=/|$)", "{$1}");
            (methods.isEmpty() ? List.of("ANY") : methods).forEach(method -> found.add(method + " " + plain));
        }
        return found;
    }

    @TestFactory
    Stream<DynamicTest> letsInWhomTheTableSays() {
        return AccessTable.rows().stream()
                .filter(AccessRow::isTried)
                .map(row -> DynamicTest.dynamicTest(row.address(), () -> tryWithEveryone(row)));
    }

    private void tryWithEveryone(AccessRow row) {
        List<String> found = new ArrayList<>();
        world.callersOf(row, address(), PASSWORD).forEach((who, call) -> {
            Outcome outcome = Outcome.of(call.answer(world.ordinary()));
            if (outcome != row.expected(who)) {
                found.add(who + " " + outcome + " instead of " + row.expected(who));
            }
        });
        assertThat(found).as(row.address()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> hidesASealedCaseAndAllThatIsInItFromEveryoneElse() {
        return AccessTable.rows().stream()
                .filter(AccessRow::isTried)
                .filter(AccessRow::namesAnObject)
                .map(row -> DynamicTest.dynamicTest(row.address(), () -> tryOnSealed(row)));
    }

    private void tryOnSealed(AccessRow row) {
        List<String> found = new ArrayList<>();
        world.callersOf(row, address(), PASSWORD).forEach((who, call) -> {
            Answer answer = call.answer(world.sealed());
            Answer ofNothing = call.answer(world.unknown());
            if (!isHidden(row, answer) || !Outcome.of(answer).equals(Outcome.of(ofNothing))) {
                found.add(who + " " + Outcome.of(answer) + ", of nothing " + Outcome.of(ofNothing));
            }
        });
        assertThat(found).as(row.address()).isEmpty();
    }

    /** A form may lead back to its page with a message; nothing else is let in, and nothing is named. */
    private static boolean isHidden(AccessRow row, Answer answer) {
        boolean leadsBack = row.method().equals("POST") && !row.isOfApi();
        boolean kept = Outcome.of(answer) != Outcome.LET_IN || leadsBack;
        return kept && !answer.text().toLowerCase(Locale.ROOT).contains("hidden ");
    }
}
