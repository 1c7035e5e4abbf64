package io.liasse.store.filing;

import io.liasse.store.item.Channel;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A document as the rules of filing look at it.
 *
 * @param places mailbox, folder or program by which it came, and names of sub-folders
 * @param sender address, user or device; empty when unknown
 * @param title file name or subject, and title, folded
 * @param said those of the phrases asked for that stand in its text, folded
 * @param type null when it is not known
 */
public record RuleSubject(
        Channel channel,
        List<String> places,
        String sender,
        String title,
        Set<String> said,
        @Nullable String type) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;\"@]{1,200}@[^\\s<>,;\"@]{1,255}");

    public RuleSubject {
        places = List.copyOf(places);
        said = Set.copyOf(said);
    }

    /** Lower case, without accents, each gap one space. */
    static String folded(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace("ß", "ss");
        return GAPS.matcher(MARKS.matcher(plain).replaceAll("")).replaceAll(" ").strip();
    }

    boolean isFrom(String place) {
        String wanted = folded(place);
        return places.stream().map(RuleSubject::folded).anyMatch(each -> each.contains(wanted));
    }

    /** By address, by domain with what is below it, or by the whole name. */
    boolean isSentBy(String wanted) {
        String sought = folded(wanted);
        String domain = sought.startsWith("@") ? sought.substring(1) : sought;
        String from = folded(sender);
        return from.equals(sought)
                || ADDRESS.matcher(from).results().map(found -> found.group()).anyMatch(address -> {
                    String host = address.substring(address.lastIndexOf('@') + 1);
                    return address.equals(sought) || host.equals(domain) || host.endsWith("." + domain);
                });
    }
}
