package org.parley.referral.ui;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.audience.CoordinatorView;
import org.parley.referral.lists.Worklist;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What coordinators have before them: what needs one of them now, and each referral for itself. */
@PageController
class CoordinationPagesController {

    private static final int CARDS = 50;

    private final Worklist worklist;
    private final CoordinationCases cases;
    private final CenterNames names;
    private final Words words;
    private final Live live;

    CoordinationPagesController(Worklist worklist, CoordinationCases cases, CenterNames names, Words words, Live live) {
        this.worklist = worklist;
        this.cases = cases;
        this.names = names;
        this.words = words;
        this.live = live;
    }

    @GetMapping("/coordination")
    String todo(Caller caller, @RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("live", live.coordination());
        var page = worklist.page(CARDS, cursor);
        var mayAct = CoordinationCases.mayAct(caller);
        var cards = page.items().stream()
                .map(current -> CoordinationCard.of(CoordinatorView.from(current), mayAct, names, words))
                .toList();
        model.addAttribute("cards", cards);
        model.addAttribute("next", page.next());
        model.addAttribute("words", words);
        return "coordination-list";
    }

    @GetMapping("/coordination/referrals/{id}")
    ModelAndView one(Caller caller, @PathVariable UUID id) {
        return cases.show(caller, id, PageAttempt.none(CoordinationForm.EMPTY), HttpStatus.OK);
    }
}
