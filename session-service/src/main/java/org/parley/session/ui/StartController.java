package org.parley.session.ui;

import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads people to their page. */
@PageController
class StartController {

    @GetMapping("/")
    String start(Caller caller) {
        return caller.is("officer") ? "redirect:/log" : "redirect:/mediations/new";
    }
}
