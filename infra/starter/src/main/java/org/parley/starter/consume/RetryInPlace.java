package org.parley.starter.consume;

import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * A fault of store or broker runs the same poll again, in order, without an end and without a rebalance. The binder's
 * own retry would give up and its dead letters fail in batches.
 */
final class RetryInPlace implements ListenerContainerWithDlqAndRetryCustomizer {

    @Override
    public void configure(
            AbstractMessageListenerContainer<?, ?> container,
            String destination,
            String group,
            @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> deadLetterResolver,
            @Nullable BackOff backOff) {
        var pauses = new ExponentialBackOff(200, 2);
        pauses.setMaxInterval(5_000);
        pauses.setMaxElapsedTime(Long.MAX_VALUE);
        container.setCommonErrorHandler(new SamePollAgain(pauses));
    }

    @Override
    public boolean retryAndDlqInBinding(String destination, String group) {
        return false;
    }
}
