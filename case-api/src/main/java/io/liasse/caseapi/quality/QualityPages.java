package io.liasse.caseapi.quality;

import io.liasse.caseapi.security.OnlyFor;
import io.liasse.caseapi.web.Flash;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.item.Channel;
import io.liasse.store.quality.Figures;
import io.liasse.store.quality.QualityFigures;
import io.liasse.store.quality.Samples;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The panel: how well the program files. */
@Controller
@OnlyFor({Role.SUPERVISOR, Role.RECORDS_OFFICER, Role.ADMINISTRATOR})
final class QualityPages {
    private final QualityFigures figures;
    private final Samples samples;
    private final SampleSize size;

    QualityPages(QualityFigures figures, Samples samples, SampleSize size) {
        this.figures = figures;
        this.samples = samples;
        this.size = size;
    }

    /** The figures of a channel, or of one of its sources or scanners. */
    record Line(
            Channel channel,
            @Nullable String source,
            @Nullable String scanner,
            List<Measure> measures) {}

    @GetMapping("/quality")
    String show(@RequestParam(defaultValue = Days.USUAL) int days, Viewer viewer, Model model) {
        Figures found = figures.of(Days.checked(days), viewer);
        Locale locale = LocaleContextHolder.getLocale();
        model.addAttribute("days", days);
        model.addAttribute("periods", Days.OFFERED);
        model.addAttribute("figures", found);
        model.addAttribute("measures", Measure.of(found.all(), locale));
        model.addAttribute(
                "lines",
                found.groups().stream()
                        .map(each ->
                                new Line(each.channel(), each.source(), each.scanner(), Measure.of(each.row(), locale)))
                        .toList());
        model.addAttribute("last", samples.last().orElse(null));
        return "quality/quality";
    }

    @PostMapping("/quality/draw")
    String draw(@RequestParam(required = false) @Nullable Integer size, Viewer viewer, RedirectAttributes after) {
        int population = samples.drawNow(this.size.of(size), viewer)
                .map(Samples.Sample::population)
                .orElse(0);
        after.addFlashAttribute(
                "flash",
                population == 0 ? Flash.notice("quality.drawn.none") : Flash.done("quality.drawn", population));
        return "redirect:/quality";
    }
}
