package org.parley.casework.desks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.parley.casework.calls.Unexpected;
import org.parley.casework.calls.Waiting;
import tools.jackson.databind.json.JsonMapper;

/** Listens to server-sent events, comes back when they break off, and now and then says what it has. */
final class Streaming implements Way {

    static final String NAME = "SSE";
    private static final int ACKNOWLEDGED_EVERY = 20;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Desk desk;
    private final Inbox inbox;
    private final AtomicReference<InputStream> current = new AtomicReference<>(InputStream.nullInputStream());
    private volatile boolean open;
    private Thread thread = Thread.currentThread();
    private long acknowledged;

    Streaming(Desk desk, Inbox inbox) {
        this.desk = desk;
        this.inbox = inbox;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void open() {
        open = true;
        thread = Thread.ofVirtual().name("stream-" + inbox.center()).start(this::listen);
    }

    private void listen() {
        while (open) {
            try (var stream = inbox.stream(desk.mail().upTo())) {
                current.set(stream);
                if (open) {
                    read(new BufferedReader(new InputStreamReader(stream, UTF_8)));
                }
            } catch (IOException | Unexpected e) {
                // It breaks off when this closes it, when the token ends, or when the service does.
                Waiting.pause(PAUSE);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void read(BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null && open; line = lines.readLine()) {
            if (line.startsWith("data:")) {
                desk.receive(Inbox.entry(JsonMapper.shared().readTree(line.substring(5))), NAME);
                if (desk.mail().upTo() >= acknowledged + ACKNOWLEDGED_EVERY) {
                    acknowledge();
                }
            }
        }
    }

    private void acknowledge() {
        acknowledged = desk.mail().upTo();
        inbox.acknowledge(acknowledged);
    }

    @Override
    public void close() {
        open = false;
        try {
            current.get().close();
            thread.join(Duration.ofSeconds(5));
            acknowledge();
        } catch (IOException e) {
            // closed is closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
