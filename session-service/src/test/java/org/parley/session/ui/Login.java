package org.parley.session.ui;

import java.util.Map;
import org.parley.testing.pages.LoggedIn;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People whose log-in has a name that nothing may be done under. */
final class Login {

    static final String NAME = "the-name-of-the-log-in";

    private Login() {}

    static RequestPostProcessor as(String role, Map<String, Object> claims) {
        return LoggedIn.as(NAME, role, claims);
    }
}
