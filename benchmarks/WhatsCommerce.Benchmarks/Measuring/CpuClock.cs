using System.Diagnostics;
using System.Runtime.InteropServices;

namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>
/// How long processors have worked for a thread or for a process, in nanoseconds. While others have the processor, this clock stands.
/// </summary>
/// <remarks>
/// .NET reads these times from /proc, in steps of 10 ms; the kernel's own clocks are exact. Where they are missing, a thread is timed by the
/// wall clock, and a process by what .NET says.
/// </remarks>
internal static partial class CpuClock
{
    // CLOCK_THREAD_CPUTIME_ID of the kernel.
    private const int CallingThread = 3;

    // CPUCLOCK_SCHED: the low bits that make a clock of a process id, as clock_getcpuclockid(3) does.
    private const int ScheduledTime = 2;

    public static bool IsExact { get; } = OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>Of the thread that asks.</summary>
    public static double OfThread() => IsExact ? Read(CallingThread) : Stopwatch.GetElapsedTime(0).TotalNanoseconds;

    /// <summary>Of all threads of a process, those that have ended too.</summary>
    public static double OfProcess(int id)
    {
        if (IsExact)
        {
            return Read((~id << 3) | ScheduledTime);
        }

        using Process process = Process.GetProcessById(id);
        return process.TotalProcessorTime.TotalNanoseconds;
    }

    private static double Read(int clock) => ClockGetTime(clock, out TimeSpec time) == 0
        ? time.Seconds * 1e9 + time.Nanoseconds
        : throw new InvalidOperationException($"The clock {clock} cannot be read: error {Marshal.GetLastPInvokeError()}.");

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
