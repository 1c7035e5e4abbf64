package io.liasse.search.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through the text once, from left to right. */
final class Reader {
    private static final String QUOTES = "\"“”„«»";

    private final String text;
    private final List<Clause> all = new ArrayList<>();
    private final List<Clause> none = new ArrayList<>();
    private @Nullable String problem;
    private int at;

    Reader(String typed) {
        if (typed.length() > Wanted.MOST_CHARACTERS) {
            problem = Wanted.TOO_LONG;
        }
        text = typed.substring(0, Math.min(typed.length(), Wanted.MOST_CHARACTERS));
    }

    Wanted read() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                clause();
            }
        }
        return new Wanted(all, none, problem);
    }

    private void clause() {
        boolean without = text.charAt(at) == '-';
        if (without || text.charAt(at) == '+') {
            at++;
        }
        if (at < text.length() && isQuote(at)) {
            phrase(without ? none : all);
        } else {
            word(without ? none : all);
        }
    }

    private void phrase(List<Clause> clauses) {
        int begin = ++at;
        while (at < text.length() && !isQuote(at)) {
            at++;
        }
        if (at == text.length()) {
            problem = problem == null ? Wanted.UNBALANCED_QUOTE : problem;
            at = begin;
            return;
        }
        add(clauses, new Clause.Phrase(text.substring(begin, at++)));
    }

    private void word(List<Clause> clauses) {
        int begin = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && !isQuote(at)) {
            at++;
        }
        String word = text.substring(begin, at);
        String bare = word.replace('*', ' ').strip();
        add(clauses, word.endsWith("*") && !bare.contains(" ") ? new Clause.Prefix(bare) : new Clause.Word(bare));
    }

    private void add(List<Clause> clauses, Clause clause) {
        if (clause.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
            return;
        }
        if (all.size() + none.size() == Wanted.MOST_CLAUSES) {
            problem = Wanted.TOO_LONG;
            return;
        }
        clauses.add(clause);
    }

    private boolean isQuote(int position) {
        return QUOTES.indexOf(text.charAt(position)) >= 0;
    }
}
