package org.parley.enrollment.ui;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Leads whoever has it to the form. What is behind the # stays in the browser: no server or proxy on the way sees it. */
final class EvaluationLink {

    private EvaluationLink() {}

    static String of(String token) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/evaluation")
                .fragment(token)
                .toUriString();
    }
}
