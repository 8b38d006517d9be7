package org.parley.starter.pages;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Where those land whom the log-in does not lead to a page. */
@PageController
class LoginPages {

    static final String DENIED = "/denied";
    static final String FAILED = "/login-failed";

    private final PageSettings pages;

    LoginPages(PageSettings pages) {
        this.pages = pages;
    }

    /** Whoever is logged in, but in a role that the page is not for. */
    @RequestMapping(DENIED)
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String denied(Model model) {
        model.addAttribute("words", pages.denied());
        return "denied";
    }

    @GetMapping(FAILED)
    String loginFailed() {
        return "login-failed";
    }
}
