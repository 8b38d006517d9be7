package org.parley.bench.stage;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.Executors;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import tools.jackson.databind.json.JsonMapper;

/** HTTP and JSON and nothing else: reads what is posted and writes it back. In the server that the services run in. */
public final class Echo {

    private Echo() {}

    /** @param arguments the port */
    public static void main(String... arguments) throws IOException, LifecycleException {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("echo").toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(Integer.parseInt(arguments[0]));
        tomcat.getConnector().getProtocolHandler().setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "echo", new Servlet());
        context.addServletMappingDecoded("/", "echo");
        tomcat.start();
        System.out.println("ready");
        tomcat.getServer().await();
    }

    private static final class Servlet extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var body = JsonMapper.shared().readValue(request.getInputStream(), Map.class);
            response.setContentType("application/json");
            JsonMapper.shared().writeValue(response.getOutputStream(), body);
        }
    }
}
