import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One download into a file, which is continued where an earlier one ended.
final class Download: NSObject, URLSessionDataDelegate, @unchecked Sendable {
    private let address: String
    private let file: URL
    private let progress: (Int, Int?) -> Void
    private let done = DispatchSemaphore(value: 0)
    private var handle: FileHandle?
    private var received = 0
    private var expected: Int?
    private var failure: DataFetchError?

    /// - Parameters:
    ///   - file: takes the bytes; what is in it already is not asked for again.
    ///   - progress: told of the bytes that have arrived and, where the server says so, of how many there are.
    init(address: String, file: URL, progress: @escaping (Int, Int?) -> Void) {
        self.address = address
        self.file = file
        self.progress = progress
    }

    /// Runs the download to its end; throws `DataFetchError`.
    func run() throws {
        guard let url = URL(string: address) else { throw DataFetchError.offline(address: address, reason: "this is not an address") }
        received = (try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? 0
        var request = URLRequest(url: url, timeoutInterval: 30)
        if received > 0 { request.setValue("bytes=\(received)-", forHTTPHeaderField: "Range") }
        // The bytes have to be those that the hash was taken of.
        request.setValue("identity", forHTTPHeaderField: "Accept-Encoding")
        let session = URLSession(configuration: .ephemeral, delegate: self, delegateQueue: nil)
        session.dataTask(with: request).resume()
        done.wait()
        session.invalidateAndCancel()
        try? handle?.close()
        if let failure { throw failure }
        if let expected, received != expected {
            throw DataFetchError.cutShort(address: address, received: received, expected: expected)
        }
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
        guard let response = response as? HTTPURLResponse else { return completionHandler(.allow) }
        switch response.statusCode {
        case 206: break
        case 200: received = 0
        case 416:
            // Nothing is left to send: the file was complete.
            return completionHandler(.cancel)
        default:
            failure = .refused(address: address, status: response.statusCode)
            return completionHandler(.cancel)
        }
        if response.expectedContentLength > 0 { expected = received + Int(response.expectedContentLength) }
        do {
            if !FileManager.default.fileExists(atPath: file.path), !FileManager.default.createFile(atPath: file.path, contents: nil) {
                throw CocoaError(.fileWriteNoPermission)
            }
            let handle = try FileHandle(forWritingTo: file)
            try handle.truncate(atOffset: UInt64(received))
            try handle.seekToEnd()
            self.handle = handle
            completionHandler(.allow)
        } catch {
            failure = .cannotWrite(path: file.path, reason: Self.words(error))
            completionHandler(.cancel)
        }
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        guard failure == nil, let handle else { return }
        do {
            try handle.write(contentsOf: data)
            received += data.count
            progress(received, expected)
        } catch {
            failure = .cannotWrite(path: file.path, reason: Self.words(error))
            dataTask.cancel()
        }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        if let error, failure == nil, (error as? URLError)?.code != .cancelled {
            // A connection that broke off in the middle is told apart from one that never was.
            failure =
                expected.map { .cutShort(address: address, received: received, expected: $0) }
                ?? .offline(address: address, reason: Self.words(error))
        }
        done.signal()
    }

    /// The system's words for an error, the full disk among them.
    static func words(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        for error in [underlying, error as NSError].compactMap({ $0 }) where error.domain == NSPOSIXErrorDomain {
            return String(cString: strerror(Int32(error.code)))
        }
        return error.localizedDescription
    }
}
