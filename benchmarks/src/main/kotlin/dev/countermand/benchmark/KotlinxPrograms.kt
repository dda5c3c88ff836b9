package dev.countermand.benchmark

import kotlin.time.Duration
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.joinAll
import kotlinx.coroutines.launch
import kotlinx.coroutines.test.runTest
import kotlinx.coroutines.yield

/**
 * The programs in kotlinx-coroutines-test, written as a Kotlin programmer would: `launch` for tasks,
 * `yield` for `sleep(0)`, `delay` on virtual time, unlimited channels for queues. Delays are whole
 * milliseconds, the unit of the test dispatcher.
 */
object KotlinxPrograms {
    @JvmStatic
    fun spin(tasks: Int, turns: Int) = runTest(timeout = Duration.INFINITE) {
        coroutineScope {
            repeat(tasks) {
                launch { repeat(turns) { yield() } }
            }
        }
    }

    @JvmStatic
    fun sleepers(passes: Int, perPass: Int) = runTest(timeout = Duration.INFINITE) {
        coroutineScope {
            repeat(passes) { pass ->
                repeat(perPass) { index ->
                    launch { delay(Work.sleeperTicks(pass, index)) }
                }
            }
        }
    }

    @JvmStatic
    fun sleepOne(times: Int) = runTest(timeout = Duration.INFINITE) {
        repeat(times) { delay(1000) }
    }

    @JvmStatic
    fun createAndCancel(times: Int) = runTest(timeout = Duration.INFINITE) {
        repeat(times) {
            val job = launch { delay(1_000_000) }
            yield()
            job.cancelAndJoin()
        }
    }

    /** Returns the number of items that came back, so that the work cannot be dropped. */
    @JvmStatic
    fun pingPong(roundTrips: Int): Int {
        var answers = 0
        runTest(timeout = Duration.INFINITE) {
            val there = Channel<Int>(Channel.UNLIMITED)
            val back = Channel<Int>(Channel.UNLIMITED)
            val answerer = launch {
                repeat(roundTrips) { back.send(there.receive()) }
            }
            repeat(roundTrips) {
                there.send(it)
                back.receive()
                answers++
            }
            answerer.join()
        }
        return answers
    }

    /** A lock of futures, as in the scenario. */
    private class OldLock {
        private var held = false
        private val waiters = ArrayList<CompletableDeferred<Unit>>()

        suspend fun acquire() {
            if (!held && waiters.all { it.isCancelled }) {
                held = true
                return
            }
            val mine = CompletableDeferred<Unit>()
            waiters.add(mine)
            try {
                mine.await()
                held = true
            } finally {
                waiters.remove(mine)
            }
        }

        fun release() {
            held = false
            waiters.firstOrNull { !it.isCompleted }?.complete(Unit)
        }
    }

    @JvmStatic
    fun lockBug() = runTest(timeout = Duration.INFINITE) {
        val lock = OldLock()
        suspend fun use() {
            lock.acquire()
            try {
                delay(1000)
            } finally {
                lock.release()
            }
        }
        val holder = launch { use() }
        yield()
        val a = launch { use() }
        val b = launch { use() }
        joinAll(holder, a, b)
    }
}
