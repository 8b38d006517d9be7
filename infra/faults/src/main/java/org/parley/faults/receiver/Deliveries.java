package org.parley.faults.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.parley.faults.history.Delivery;
import tools.jackson.databind.json.JsonMapper;

/** What was delivered, one JSON line each. The file can be read at any time, also after a kill in the middle of a line. */
public final class Deliveries implements AutoCloseable {

    private final FileChannel channel;

    private Deliveries(FileChannel channel) {
        this.channel = channel;
    }

    /** Without what was still being written: nobody was told that it was taken. */
    public static List<Delivery> read(Path file) {
        try {
            var whole = new ArrayList<Delivery>();
            var text = Files.exists(file) ? Files.readString(file) : "";
            for (var from = 0; text.indexOf('\n', from) >= 0; from = text.indexOf('\n', from) + 1) {
                whole.add(
                        JsonMapper.shared().readValue(text.substring(from, text.indexOf('\n', from)), Delivery.class));
            }
            return List.copyOf(whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To go on after the last whole line. */
    static Deliveries open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var bytes = Files.readAllBytes(file);
            var end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            channel.truncate(end).position(end);
            return new Deliveries(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it is on the disk. */
    synchronized void add(Delivery delivery) {
        try {
            var line = ByteBuffer.wrap((JsonMapper.shared().writeValueAsString(delivery) + "\n").getBytes(UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
