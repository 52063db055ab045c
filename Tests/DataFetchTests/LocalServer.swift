import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// A web server on 127.0.0.1 with a few files, which can be told to hang up early.
final class LocalServer: @unchecked Sendable {
    private let listener: Int32
    private let lock = NSLock()
    private var files: [String: [UInt8]] = [:]
    private var hangUps: [Int] = []
    private var asked: [String] = []
    let port: UInt16

    init?() {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.listener = listener
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && listen(listener, 8) == 0 && getsockname(listener, address, &length) == 0
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        guard bound else { return nil }
        Thread.detachNewThread { [self] in serve() }
    }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// Where a file is.
    func address(_ path: String) -> String { "http://127.0.0.1:\(port)/\(path)" }

    /// Puts a file on the server.
    func put(_ path: String, _ content: [UInt8]) { locked { files["/" + path] = content } }

    /// After how many bytes of their bodies the next answers end.
    func hangUp(after bytes: [Int]) { locked { hangUps = bytes } }

    /// The ranges that were asked for so far, empty for a whole file.
    var requestedRanges: [String] { locked { asked } }

    private func locked<T>(_ body: () -> T) -> T {
        lock.lock()
        defer { lock.unlock() }
        return body()
    }

    private func serve() {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { return }
            answer(connection)
            close(connection)
        }
    }

    private func answer(_ connection: Int32) {
        var request: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !request.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return }
            request += buffer[..<count]
        }
        let lines = String(decoding: request, as: UTF8.self).split(separator: "\r\n")
        let path = lines.first?.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        let range = lines.first { $0.lowercased().hasPrefix("range: bytes=") }.map { String($0.dropFirst(13)) } ?? ""
        locked { asked.append(range) }
        guard let content = locked({ files[path] }) else { return send(connection, Array("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".utf8)) }
        let start = Int(range.dropLast()) ?? 0
        guard start < content.count || range.isEmpty else {
            return send(connection, Array("HTTP/1.1 416 Range Not Satisfiable\r\nContent-Length: 0\r\n\r\n".utf8))
        }
        let body = Array(content[start...])
        var head = "HTTP/1.1 \(range.isEmpty ? "200 OK" : "206 Partial Content")\r\nContent-Length: \(body.count)\r\nConnection: close\r\n"
        if !range.isEmpty { head += "Content-Range: bytes \(start)-\(content.count - 1)/\(content.count)\r\n" }
        send(connection, Array((head + "\r\n").utf8))
        let end = locked { hangUps.isEmpty ? body.count : min(body.count, hangUps.removeFirst()) }
        send(connection, Array(body[..<end]))
    }

    private func send(_ connection: Int32, _ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                // Without a signal where the other side has gone.
                Glibc.send(connection, buffer.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }
}
