package org.parley.testing;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toSet;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** What a run leaves in a server that was there before it: databases and topics that begin with the run's name. */
record Leftovers(String run) {

    void removeAtExitFrom(Part store, Part broker) {
        if (store.isNamed()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> dropDatabases(store.address()), "drop-databases"));
        }
        if (broker.isNamed()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteTopics(broker.address()), "delete-topics"));
        }
    }

    private void dropDatabases(String uri) {
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .build();
        try (var client = MongoClients.create(settings)) {
            client.listDatabaseNames().into(new ArrayList<>()).stream()
                    .filter(this::isOurs)
                    // longest first: the embedded store drops all databases whose name begins like the given one
                    .sorted(comparingInt(String::length).reversed())
                    .forEach(name -> client.getDatabase(name).drop());
        } catch (RuntimeException e) {
            System.err.println("Databases of test run " + run + " stay behind: " + e.getMessage());
        }
    }

    private void deleteTopics(String servers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers, "default.api.timeout.ms", "3000"))) {
            var topics = admin.listTopics().names().get();
            admin.deleteTopics(topics.stream().filter(this::isOurs).collect(toSet()))
                    .all()
                    .get();
        } catch (Exception e) {
            System.err.println("Topics of test run " + run + " stay behind: " + e.getMessage());
        }
    }

    private boolean isOurs(String name) {
        return name.startsWith(run + "-");
    }
}
