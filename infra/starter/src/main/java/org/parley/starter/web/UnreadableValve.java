package org.parley.starter.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What Tomcat refuses to read never gets to the application, nor to its error page. */
final class UnreadableValve extends ErrorReportValve {

    private final Unreadable unreadable;

    UnreadableValve(Unreadable unreadable) {
        this.unreadable = unreadable;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() != HttpServletResponse.SC_BAD_REQUEST
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            unreadable.answer(request, response);
        } catch (IOException e) {
            // whoever asked is gone
        }
    }
}
