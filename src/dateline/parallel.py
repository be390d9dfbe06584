"""Coding with several processes: order kept, few documents in flight, a dying process never ends the run."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from dateline.coding_error import CodingError
from dateline.reading.read_error import ReadError
from dateline.records.document import CodedDocument, Document

IN_FLIGHT_PER_WORKER = 4

Coded = CodedDocument | CodingError
Work = Callable[[Document], Coded]
Waiting = tuple[Document | ReadError, Future[Coded] | None]


def in_parallel(documents: Iterable[Document | ReadError], work: Work, *, workers: int) -> Iterator[Coded | ReadError]:
    """What `work`, a function that can be sent to other processes, makes of the documents, in their order."""
    pool = _pool(workers)
    waiting: deque[Waiting] = deque()
    source = iter(documents)
    more = True
    try:
        while waiting or more:
            while more and len(waiting) < workers * IN_FLIGHT_PER_WORKER:
                document = next(source, None)
                if document is None:
                    more = False
                    break
                waiting.append((document, _submit(pool, document, work)))
            if not waiting:
                break
            document, future = waiting.popleft()
            if isinstance(document, ReadError) or future is None:
                if isinstance(document, ReadError):
                    yield document
                    continue
                result = _alone(document, work)
            else:
                try:
                    result = future.result()
                except BrokenProcessPool:
                    # Any document in flight may have killed it: this one is tried by itself, the others start anew.
                    pool.shutdown(wait=False, cancel_futures=True)
                    result = _alone(document, work)
                    pool = _pool(workers)
                    waiting = deque((other, _submit(pool, other, work)) for other, _ in waiting)
            yield result
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    # spawn, not fork: the model's runtime holds threads, and a forked thread pool hangs.
    return ProcessPoolExecutor(max_workers=workers, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """One thread a worker, and Ctrl-C left to the parent, which ends the workers (else each prints a traceback)."""
    import os
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Our model runs on one thread anyway; these are for the libraries below other pipelines.
    for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def _submit(pool: ProcessPoolExecutor, document: Document | ReadError, work: Work) -> Future[Coded] | None:
    if isinstance(document, ReadError):
        return None
    try:
        return pool.submit(work, document)
    except BrokenProcessPool:
        return None


def _alone(document: Document, work: Work) -> Coded:
    with _pool(1) as pool:
        try:
            return pool.submit(work, document).result()
        except BrokenProcessPool:
            return CodingError(document.id, document.source, "the process that coded it died (out of memory?)")
