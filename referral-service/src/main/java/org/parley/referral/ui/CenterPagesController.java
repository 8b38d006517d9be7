package org.parley.referral.ui;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.referral.audience.CenterScope;
import org.parley.referral.audience.CenterView;
import org.parley.referral.lists.CenterList;
import org.parley.referral.lists.Order;
import org.parley.referral.lists.Wanted;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a center has before it: its open cases, and each for itself. */
@PageController
class CenterPagesController {

    private static final int CARDS = 50;

    private final CenterList list;
    private final CenterCases cases;
    private final Words words;
    private final Live live;

    CenterPagesController(CenterList list, CenterCases cases, Words words, Live live) {
        this.list = list;
        this.cases = cases;
        this.words = words;
        this.live = live;
    }

    @GetMapping("/center")
    String open(Caller caller, @RequestParam(required = false) @Nullable String cursor, Model model) {
        var center = CenterCases.center(caller);
        CenterScope.require(caller, center);
        model.addAttribute("live", live.center(center));
        var page = list.open(center, Wanted.ALL, Order.DUE, CARDS, cursor);
        var cards = page.items().stream()
                .map(current -> CenterCard.of(CenterView.listed(current, center), words))
                .toList();
        model.addAttribute("cards", cards);
        model.addAttribute("next", page.next());
        model.addAttribute("attempt", PageAttempt.none(CenterForm.EMPTY));
        model.addAttribute("words", words);
        return "center-list";
    }

    @GetMapping("/center/referrals/{id}")
    ModelAndView one(Caller caller, @PathVariable UUID id) {
        return cases.show(caller, id, PageAttempt.none(CenterForm.EMPTY), HttpStatus.OK);
    }
}
