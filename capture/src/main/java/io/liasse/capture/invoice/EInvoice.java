package io.liasse.capture.invoice;

import java.util.List;
import java.util.Optional;

/**
 * An invoice that machines read, in the terms of EN 16931 (BT-1 is the number, BT-112 the total), whatever XML it came in.
 *
 * @param kind Factur-X, ZUGFeRD, XRechnung, UBL, Order-X, with version and profile as far as it says them
 * @param terms in the order of the standard, each with the path of groups it stands in
 * @param problems what breaks the rules of its format, the gravest first
 */
public record EInvoice(Syntax syntax, String kind, List<Term> terms, List<Problem> problems) {
    public EInvoice {
        terms = List.copyOf(terms);
        problems = List.copyOf(problems);
    }

    /**
     * One value.
     *
     * @param id of the standard, as BT-1
     * @param group number of the group it stands in among those of its kind: of a line or a rate of VAT; 0 outside of these
     */
    public record Term(String id, String value, int group) {}

    /** A broken rule. {@code fatal}: by it the invoice is not valid; else a warning. */
    public record Problem(String text, boolean fatal) {}

    /** Whether no rule that matters is broken. */
    public boolean valid() {
        return problems.stream().noneMatch(Problem::fatal);
    }

    /** The first value of a term. */
    public Optional<String> first(String id) {
        return terms.stream()
                .filter(term -> term.id().equals(id))
                .map(Term::value)
                .findFirst();
    }

    /** The value of a term in one line, or one rate of VAT. */
    public Optional<String> in(int group, String id) {
        return terms.stream()
                .filter(term -> term.group() == group && term.id().equals(id))
                .map(Term::value)
                .findFirst();
    }

    /** The numbers of the groups that have this term. */
    public List<Integer> groups(String id) {
        return terms.stream()
                .filter(term -> term.id().equals(id))
                .map(Term::group)
                .distinct()
                .toList();
    }
}
