#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Runs work on a thread with a stack that deep expressions do not exhaust, and waits for it.
func onBigStack(_ work: @escaping () -> Void) {
    final class Box {
        let work: () -> Void
        init(_ work: @escaping () -> Void) { self.work = work }
    }
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 256 << 20)
    defer { pthread_attr_destroy(&attributes) }
    let box = Unmanaged.passRetained(Box(work))
    #if canImport(Glibc)
        var thread = pthread_t()
        let status = pthread_create(
            &thread, &attributes,
            { raw in
                if let raw { Unmanaged<Box>.fromOpaque(raw).takeRetainedValue().work() }
                return nil
            }, box.toOpaque())
        guard status == 0 else {
            box.takeRetainedValue().work()
            return
        }
        pthread_join(thread, nil)
    #else
        var thread: pthread_t?
        let status = pthread_create(
            &thread, &attributes,
            { raw in
                Unmanaged<Box>.fromOpaque(raw).takeRetainedValue().work()
                return nil
            }, box.toOpaque())
        guard status == 0, let thread else {
            box.takeRetainedValue().work()
            return
        }
        pthread_join(thread, nil)
    #endif
}
