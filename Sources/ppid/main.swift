import Foundation
import PPIDShell

// Deeply nested scripts need more room than a main thread has; the pages are taken only when touched.
nonisolated(unsafe) var status: Int32 = 0
let worker = Thread { 
  status = Shell.main(CommandLine.arguments)
  exit(status)
}
worker.stackSize = 512 << 20
worker.start()
while true { pause() }
