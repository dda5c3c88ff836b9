package dev.countermand.kotlin

import java.util.concurrent.CompletableFuture
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Semaphore
import kotlinx.coroutines.withTimeoutOrNull

/** A user of a permit who gives up after a while. */
class Permits {
    private val semaphore = Semaphore(1)

    /** How many permits are free. */
    fun free(): Int = semaphore.availablePermits

    /** Takes the permit inside the time limit: it can be lost on the way out. */
    private suspend fun takeLosing(): Boolean = withTimeoutOrNull(100) {
        semaphore.acquire()
        delay(5) // What it takes to see that the connection is alive.
        true
    } ?: false

    /** Notes that it has the permit before anything can take the value away. */
    private suspend fun takeSafely(): Boolean {
        var taken = false
        withTimeoutOrNull(100) {
            semaphore.acquire()
            taken = true
            delay(5)
        }
        return taken
    }

    /** Two users, of whom the second gives up at about the time at which the first is done. */
    fun twoUsers(
        dispatcher: CoroutineDispatcher,
        holdMillis: Long,
        safely: Boolean,
    ): CompletableFuture<Unit> {
        val done = CompletableFuture<Unit>()
        val scope = CoroutineScope(dispatcher)
        val both = scope.launch {
            launch {
                semaphore.acquire()
                delay(holdMillis)
                semaphore.release()
            }
            launch {
                val taken = if (safely) takeSafely() else takeLosing()
                if (taken) {
                    semaphore.release()
                }
            }
        }
        both.invokeOnCompletion { error ->
            if (error == null) done.complete(Unit) else done.completeExceptionally(error)
        }
        return done
    }
}
