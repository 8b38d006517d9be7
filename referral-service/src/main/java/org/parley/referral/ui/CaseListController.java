package org.parley.referral.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.referral.audience.PrecinctView;
import org.parley.referral.lists.PrecinctList;
import org.parley.referral.lists.Wanted;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.parley.starter.web.ProblemException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What precincts have before them, to be read. What is to be done with it, the API does. */
@PageController
class CaseListController {

    private static final int LINES = 50;

    private final PrecinctList precinct;

    CaseListController(PrecinctList precinct) {
        this.precinct = precinct;
    }

    @GetMapping("/precinct")
    String ofMyCommand(Caller caller, @RequestParam(required = false) @Nullable String cursor, Model model) {
        var page = precinct.page(own(caller, "command"), Wanted.ALL, LINES, cursor);
        var lines = page.items().stream()
                .map(current -> CaseLine.of(PrecinctView.from(current)))
                .toList();
        return list(model, "Referrals of my command", "The newest first.", "/precinct", lines, page.next());
    }

    /** Whoever speaks for none, or for many, has no list of their own here. */
    private static String own(Caller caller, String claim) {
        return caller.claim(claim).filter(value -> !value.equals(Caller.ANY)).orElseThrow(ProblemException::notFound);
    }

    private static String list(
            Model model, String title, String order, String path, List<CaseLine> lines, @Nullable String next) {
        model.addAttribute("heading", title);
        model.addAttribute("order", order);
        model.addAttribute("path", path);
        model.addAttribute("lines", lines);
        model.addAttribute("next", next);
        return "cases";
    }
}
