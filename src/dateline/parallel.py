"""Coding with several processes: order kept, few documents in flight, a dying process never ends the run."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from dateline.pipeline import CodingError, Result, try_document
from dateline.reading.read_error import ReadError
from dateline.records.document import CodedDocument, Document
from dateline.settings import Settings

IN_FLIGHT_PER_WORKER = 4

Coded = CodedDocument | CodingError
Waiting = tuple[Document | ReadError, Future[Coded] | None]


def code_in_parallel(
    documents: Iterable[Document | ReadError], *, workers: int, settings: Settings | None
) -> Iterator[Result]:
    """The documents coded by `workers` processes, in their order."""
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
                waiting.append((document, _submit(pool, document, settings)))
            if not waiting:
                break
            document, future = waiting.popleft()
            if isinstance(document, ReadError) or future is None:
                if isinstance(document, ReadError):
                    yield document
                    continue
                result = _alone(document, settings)
            else:
                try:
                    result = future.result()
                except BrokenProcessPool:
                    # Any document in flight may have killed it: this one is tried by itself, the others start anew.
                    pool.shutdown(wait=False, cancel_futures=True)
                    result = _alone(document, settings)
                    pool = _pool(workers)
                    waiting = deque((other, _submit(pool, other, settings)) for other, _ in waiting)
            yield result
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    # spawn, not fork: the model's runtime holds threads, and a forked thread pool hangs.
    return ProcessPoolExecutor(max_workers=workers, mp_context=get_context("spawn"), initializer=_ignore_interrupts)


def _ignore_interrupts() -> None:
    """Ctrl-C is answered by the parent, which ends the workers; else every worker would print its own traceback."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _submit(
    pool: ProcessPoolExecutor, document: Document | ReadError, settings: Settings | None
) -> Future[Coded] | None:
    if isinstance(document, ReadError):
        return None
    try:
        return pool.submit(try_document, document, settings)
    except BrokenProcessPool:
        return None


def _alone(document: Document, settings: Settings | None) -> Coded:
    with _pool(1) as pool:
        try:
            return pool.submit(try_document, document, settings).result()
        except BrokenProcessPool:
            return CodingError(document.id, document.source, "the process that coded it died (out of memory?)")
