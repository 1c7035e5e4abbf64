package io.liasse.bench;

import io.liasse.bench.TypePapers.Paper;
import io.liasse.store.type.TypeClues;
import io.liasse.store.type.TypeModel;
import io.liasse.store.type.TypeProposal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many papers get their right type after so many confirmations of each type, beside multinomial naive Bayes that
 * learned from the same papers; the mean of several draws. Of one type nothing is known beforehand. Needs no program.
 */
final class TypeQuality {
    private static final List<Integer> CONFIRMED = List.of(0, 1, 3, 10);
    private static final int DRAWS = 5;
    private static final int ASKED = 25;
    private static final double SURE = 0.9;
    private static final long SEED = Long.getLong("types.seed", 1);

    private int asked;
    private int right;
    private int baseline;
    private int sure;
    private int surelyRight;

    static List<Figure> measure(Samples samples) {
        Map<String, List<String>> fillers = TypePapers.fillers(samples);
        List<Figure> figures = new ArrayList<>();
        for (int confirmed : CONFIRMED) {
            TypeQuality quality = new TypeQuality();
            for (int draw = 0; draw < DRAWS; draw++) {
                quality.take(new TypePapers(fillers, SEED * 1000 + draw), confirmed);
            }
            figures.addAll(quality.figures(confirmed));
        }
        return figures;
    }

    private void take(TypePapers papers, int confirmed) {
        Map<String, Map<String, Double>> counts = new HashMap<>();
        PlainBayes plain = new PlainBayes();
        for (int each = 0; each < confirmed; each++) {
            for (String type : papers.types()) {
                Paper paper = papers.next(type);
                learn(counts, paper);
                plain.learn(type, paper.text());
            }
        }
        for (int each = 0; each < ASKED; each++) {
            papers.types().forEach(type -> ask(papers.next(type), papers.types(), counts, plain));
        }
    }

    private static void learn(Map<String, Map<String, Double>> counts, Paper paper) {
        List<String> keys = new ArrayList<>(clues(paper).sightings().keySet());
        keys.add(TypeModel.ALL);
        keys.forEach(key -> counts.computeIfAbsent(key, none -> new HashMap<>()).merge(paper.type(), 1.0, Double::sum));
    }

    private void ask(Paper paper, List<String> types, Map<String, Map<String, Double>> counts, PlainBayes plain) {
        asked++;
        baseline += plain.tell(types, paper.text()).equals(paper.type()) ? 1 : 0;
        Optional<TypeProposal> proposal = TypeModel.propose(clues(paper), new TypeModel.Counts(counts), types);
        if (proposal.isPresent()) {
            boolean hit = proposal.get().type().equals(paper.type());
            right += hit ? 1 : 0;
            if (proposal.get().confidence() >= SURE) {
                sure++;
                surelyRight += hit ? 1 : 0;
            }
        }
    }

    private static TypeClues clues(Paper paper) {
        return TypeClues.of(List.of(paper.text()), "application/pdf", 1, null);
    }

    private List<Figure> figures(int confirmed) {
        String on = "%d made papers in four languages, seed %d".formatted(asked, SEED);
        String after = "type right after %d confirmations of each".formatted(confirmed);
        List<Figure> figures = new ArrayList<>();
        figures.add(
                new Figure(after + ", beside naive Bayes", percent(right, asked), "%", percent(baseline, asked), on));
        figures.add(new Figure(
                "share with confidence 0.9 after %d".formatted(confirmed), percent(sure, asked), "%", null, on));
        if (sure > 0) {
            figures.add(
                    new Figure(after + ", of those with confidence 0.9", percent(surelyRight, sure), "%", null, on));
        }
        return figures;
    }

    private static double percent(int some, int all) {
        return all == 0 ? 0 : 100.0 * some / all;
    }
}
