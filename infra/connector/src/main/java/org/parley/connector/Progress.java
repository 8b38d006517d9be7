package org.parley.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a run is: a bar that moves where a person looks on, now and then a line where it goes into a file. */
enum Progress {
    BAR,
    LINES,
    NONE;

    private static final int WIDTH = 100;

    ProgressBar over(Path file) throws IOException {
        var bar = new ProgressBarBuilder()
                .setTaskName(String.valueOf(file.getFileName()))
                .setInitialMax(rows(file))
                .setUnit(" rows", 1)
                .setStyle(ProgressBarStyle.ASCII);
        return switch (this) {
            case BAR ->
                bar.setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                        .build();
            case LINES ->
                bar.setConsumer(new DelegatingProgressBarConsumer(System.err::println, WIDTH))
                        .setUpdateIntervalMillis(5_000)
                        .build();
            case NONE ->
                bar.setConsumer(new DelegatingProgressBarConsumer(_ -> {}, WIDTH))
                        .setUpdateIntervalMillis(60_000)
                        .build();
        };
    }

    /** Lines below the header: a good guess at the rows, for the bar's length only. */
    private static long rows(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            var lines = 0L;
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (var i = 0; i < n; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
            return Math.max(1, lines - 1);
        }
    }
}
