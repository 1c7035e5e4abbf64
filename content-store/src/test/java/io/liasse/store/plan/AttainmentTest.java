package io.liasse.store.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The values are those of the tables for equally weighted goals that follow from the formula of Kiresuk and Sherman. */
class AttainmentTest {
    private static Goal goal(int priority, Integer attained) {
        return new Goal(
                new GoalId(UUID.randomUUID()),
                null,
                GoalLevel.MAIN,
                "Goal",
                null,
                Horizon.LONG,
                priority,
                null,
                null,
                null,
                null,
                null,
                null,
                attained == null ? GoalState.OPEN : GoalState.ASSESSED,
                attained == null ? null : new Goal.Ending(attained, null, "Somebody", Instant.EPOCH),
                1);
    }

    private static double score(Integer... attained) {
        return Attainment.tScore(
                        Arrays.stream(attained).map(each -> goal(1, each)).toList())
                .orElseThrow();
    }

    @Test
    void isFiftyWhereAllIsAsExpected() {
        assertThat(score(0)).isEqualTo(50);
        assertThat(score(0, 0, 0)).isEqualTo(50);
        assertThat(score(1, -1)).isEqualTo(50);
    }

    @Test
    void followsTheFormula() {
        assertThat(score(1)).isEqualTo(60);
        assertThat(score(-2)).isEqualTo(30);
        assertThat(score(1, 1)).isCloseTo(62.40, within(0.01));
        assertThat(score(1, 1, 1)).isCloseTo(63.69, within(0.01));
        assertThat(score(-1, -1, 0, 0)).isCloseTo(42.75, within(0.01));
    }

    @Test
    void weighsByPriority() {
        double firstDoneWell =
                Attainment.tScore(List.of(goal(1, 1), goal(3, -1))).orElseThrow();
        double lastDoneWell =
                Attainment.tScore(List.of(goal(1, -1), goal(3, 1))).orElseThrow();
        assertThat(firstDoneWell).isCloseTo(55.8, within(0.1));
        assertThat(firstDoneWell + lastDoneWell).isCloseTo(100, within(1e-9));
    }

    @Test
    void countsWhatWasAssessedOnly() {
        assertThat(Attainment.tScore(List.of())).isEmpty();
        assertThat(Attainment.tScore(List.of(goal(1, null)))).isEmpty();
        assertThat(Attainment.tScore(List.of(goal(1, null), goal(2, 1)))).hasValue(60);
    }

    @Test
    void staysBetweenItsBounds() {
        IntStream.rangeClosed(1, 20).forEach(goals -> {
            Integer[] best = IntStream.range(0, goals).mapToObj(each -> 2).toArray(Integer[]::new);
            assertThat(score(best)).isBetween(70.0, 50 + 20 / Math.sqrt(0.3));
        });
    }
}
