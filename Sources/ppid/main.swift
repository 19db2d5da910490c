import CLinux
import Foundation
import PPIDShell

// An import asks for and frees the same pages thousands of times.
keep_freed_memory()

// Deeply nested scripts need more room than a main thread has; the pages are taken only when touched.
let worker = Thread { exit(Shell.main(CommandLine.arguments)) }
worker.stackSize = 512 << 20
worker.start()
while true { pause() }
