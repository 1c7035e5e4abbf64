package io.liasse.caseapi.today;

import io.liasse.store.document.Documents.ReceivedPerDay;
import io.liasse.store.item.Channel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Documents received per day and channel as stacked bars, drawn in units of the SVG view box {@value #WIDTH} by
 * {@value #HEIGHT}; the same numbers serve the table beside it.
 *
 * @param most a round number no day exceeds; the height of the scale
 */
record ChannelChart(List<Day> days, List<Channel> channels, int total, int most) {
    static final int WIDTH = 560;
    static final int HEIGHT = 190;
    private static final int LEFT = 34;
    private static final int TOP = 10;
    private static final int BOTTOM = 165;

    /** One bar; {@code x} is its left edge. */
    record Day(LocalDate date, int total, double x, double width, List<Part> parts, Map<Channel, Integer> counts) {
        Day {
            parts = List.copyOf(parts);
            counts = Map.copyOf(counts);
        }

        public double middle() {
            return x + width / 2;
        }
    }

    /** What one channel brought on one day. */
    record Part(Channel channel, int count, double y, double height) {}

    /** A horizontal line of the scale. */
    record Line(int value, double y) {}

    ChannelChart {
        days = List.copyOf(days);
        channels = List.copyOf(channels);
    }

    /** The {@code length} days up to {@code last}; days without documents are there, empty. */
    static ChannelChart of(List<ReceivedPerDay> received, LocalDate last, int length) {
        List<LocalDate> dates = Stream.iterate(last.minusDays(length - 1L), day -> day.plusDays(1))
                .limit(length)
                .toList();
        List<Map<Channel, Integer>> counts =
                dates.stream().map(date -> countsOf(date, received)).toList();
        int most = round(counts.stream().mapToInt(ChannelChart::sum).max().orElse(0));
        List<Day> days = new ArrayList<>();
        for (int at = 0; at < length; at++) {
            days.add(day(dates.get(at), counts.get(at), at, length, most));
        }
        int total = days.stream().mapToInt(Day::total).sum();
        return new ChannelChart(days, used(counts), total, most);
    }

    public boolean isEmpty() {
        return total == 0;
    }

    public List<Line> lines() {
        return Stream.of(0, most / 2, most)
                .distinct()
                .map(value -> new Line(value, y(value, most)))
                .toList();
    }

    private static Day day(LocalDate date, Map<Channel, Integer> counts, int at, int length, int most) {
        double slot = (double) (WIDTH - LEFT) / length;
        List<Part> parts = new ArrayList<>();
        int below = 0;
        for (Channel channel : Channel.values()) {
            int count = counts.getOrDefault(channel, 0);
            if (count > 0) {
                double y = y(below + count, most);
                parts.add(new Part(channel, count, y, y(below, most) - y));
                below += count;
            }
        }
        return new Day(date, below, LEFT + at * slot + slot * 0.16, slot * 0.68, parts, counts);
    }

    private static double y(int value, int most) {
        return BOTTOM - (double) (BOTTOM - TOP) * value / most;
    }

    private static Map<Channel, Integer> countsOf(LocalDate date, List<ReceivedPerDay> received) {
        Map<Channel, Integer> counts = new EnumMap<>(Channel.class);
        received.stream()
                .filter(each -> each.day().equals(date))
                .forEach(each -> counts.merge(each.channel(), each.count(), Integer::sum));
        return counts;
    }

    private static List<Channel> used(List<Map<Channel, Integer>> counts) {
        return Stream.of(Channel.values())
                .filter(channel -> counts.stream().anyMatch(day -> day.getOrDefault(channel, 0) > 0))
                .toList();
    }

    private static int sum(Map<Channel, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The next of 2, 4, 10, 20, 40, 100 …; halves stay whole. */
    private static int round(int value) {
        int ten = 1;
        while (true) {
            for (int step : new int[] {2, 4, 10}) {
                if (value <= step * ten) {
                    return step * ten;
                }
            }
            ten *= 10;
        }
    }
}
