package org.parley.starter.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
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

    /** Whoever is logged in, but in a role that the page is not for; or has a page from before the log-in. */
    @RequestMapping(DENIED)
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String denied(
            @RequestAttribute(name = WebAttributes.ACCESS_DENIED_403, required = false) @Nullable
                    AccessDeniedException why,
            HttpServletRequest request,
            Model model) {
        if (why instanceof CsrfException || PageErrors.isByHtmx(request)) {
            throw refusal(why, pages);
        }
        model.addAttribute("words", pages.denied());
        return "denied";
    }

    @GetMapping(FAILED)
    String loginFailed() {
        return "login-failed";
    }

    static ProblemException refusal(@Nullable AccessDeniedException why, PageSettings pages) {
        return why instanceof CsrfException
                ? new ProblemException(
                        HttpStatus.FORBIDDEN,
                        "page-too-old",
                        "This page is too old",
                        "Nothing was done. Load the page again, and then do it again.",
                        List.of())
                : ProblemException.forbidden(pages.denied());
    }

    static ProblemException signedOut() {
        return new ProblemException(
                HttpStatus.UNAUTHORIZED,
                "unauthenticated",
                "Who are you?",
                "Your sign-in has ended. Sign in again, and then do it again.",
                List.of());
    }
}
