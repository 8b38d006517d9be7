package org.parley.session.ui;

import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads people to their page; whoever has more than one role chooses. */
@PageController
class StartController {

    @GetMapping("/")
    String start(Caller caller, Model model) {
        var places = Workplace.of(caller);
        if (places.stream().map(Workplace::role).distinct().count() == 1) {
            return "redirect:" + places.getFirst().path();
        }
        model.addAttribute("places", places);
        return "start";
    }
}
