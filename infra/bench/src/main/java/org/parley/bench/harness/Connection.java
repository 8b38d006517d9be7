package org.parley.bench.harness;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * HTTP/1.1 on one kept connection, one request at a time, and nothing more. On a machine that everybody shares, what
 * makes the load must not cost as much as what is measured.
 */
public final class Connection implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;
    private static final int NO_CONTENT = 204;
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final URI address;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean over;

    @SuppressWarnings("ArrayRecordComponent") // read once and never compared
    public record Answer(int status, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public Connection(URI address) {
        this.address = address;
        try {
            socket = connect(address);
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            out = socket.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Socket connect(URI address) throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return socket;
    }

    /** A server may end a connection with an answer; Tomcat does so after a hundred. */
    private void reconnect() throws IOException {
        socket.close();
        socket = connect(address);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = socket.getOutputStream();
        over = false;
    }

    /** The beginning of every request to this address, up to the length of the body. */
    public byte[] head(String method, String path, String... headers) {
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n");
        for (var i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        return head.append("Content-Length: ").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Sent in one packet, head and body. */
    public Answer send(byte[] head, byte[] body) throws IOException {
        var length = Integer.toString(body.length).getBytes(StandardCharsets.US_ASCII);
        var request = new byte[head.length + length.length + END.length + body.length];
        var at = put(request, 0, head);
        at = put(request, at, length);
        at = put(request, at, END);
        put(request, at, body);
        if (over) {
            reconnect();
        }
        out.write(request);
        return read();
    }

    private static int put(byte[] target, int at, byte[] part) {
        System.arraycopy(part, 0, target, at, part.length);
        return at + part.length;
    }

    private Answer read() throws IOException {
        var status = Integer.parseInt(line().substring(9, 12));
        var length = -1;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            over |= lower.equals("connection: close");
        }
        if (status == NO_CONTENT) {
            length = 0;
        }
        return new Answer(status, length >= 0 ? exactly(length) : chunks());
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(exactly(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        var body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the connection ended inside an answer");
        }
        return body;
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended before an answer");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
